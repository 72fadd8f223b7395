/// The detectors there are, by group, for people and for programs.
public struct DetectorList: Sendable {
  private let groups: [(name: String, about: String)]
  private let detectors: [Detector]

  /// A detector of the list.
  public struct Detector: Sendable, Equatable, Encodable {
    /// Its name in files, options and tables.
    public var name: String
    /// The name of its group.
    public var group: String
    /// What it looks for, in one sentence.
    public var about: String
    /// Whether it runs where a scenario says nothing.
    public var `default`: Bool
    /// The page that says how it works and when it fails, from the top of the repository.
    public var guide: String

    /// Makes a detector of the list.
    public init(name: String, group: String, about: String, default: Bool, guide: String) {
      self.name = name
      self.group = group
      self.about = about
      self.default = `default`
      self.guide = guide
    }
  }

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - detectors: the detectors, in order.
  ///   - groups: their groups, each with a sentence about it, in order.
  public init(_ detectors: [Detector], groups: [(name: String, about: String)]) {
    self.detectors = detectors
    self.groups = groups
  }

  /// The list as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    let width = (detectors.map(\.name.displayWidth).max() ?? 0) + 6
    let margin = String(repeating: " ", count: width)
    let blocks = groups.map { group in
      Paragraph.lines("\(group.name): \(group.about)", indent: 2)
        + detectors.filter { $0.group == group.name }.flatMap { detector in
          let about = Paragraph.lines(detector.about, width: Paragraph.width - width)
          let head = "  \(detector.default ? "*" : " ") \(detector.name)".padded(to: width)
          return zip([head] + about.dropFirst().map { _ in margin }, about).map { $0 + $1 }
        }
    }
    return (blocks + [Self.key]).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The list as JSON, an array of objects, with a line break at its end.
  ///
  /// - Throws: nothing that a list can hold.
  public func json() throws -> String { try JSONText.text(of: detectors) }

  private static let key =
    Paragraph.lines(
      "* runs where a scenario says nothing. Names and groups are what --detectors takes, with commas "
        + "between; 'all' is every detector listed here.")
    + [
      "A detector's parameters:            tocsin scenario keys <name>",
      "How it works, and when it fails:    Documentation/Detectors/<name>.md",
    ]
}
