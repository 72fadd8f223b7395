import Population
import Settings
public import Storage
public import Vocabulary

/// Alerts that any program made of a run's events, in a CSV file.
///
/// The first line that is neither blank nor a comment names the columns, those of `AlertColumn` in
/// any order.
public struct AlertsFile: Sendable {
  /// The alerts, in the order of the file, all with the cause 0: it is not known.
  public private(set) var alerts: [Alert] = []
  /// The names of the detectors, in the order in which they first appear.
  public private(set) var detectors: [String] = []

  /// What all alerts are said to come from where no column says it.
  public static let onlyDetector = "alerts"

  /// How many detectors may be scored side by side: our choice, far beyond what a table shows.
  static let mostDetectors = 100

  /// Reads the alerts of a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the contents of the file, in UTF-8.
  ///   - path: how messages name the file.
  ///   - header: what the run's file says of it.
  ///   - run: the run that the alerts are about.
  /// - Throws: `AlertsError` with the first ten lines that cannot be used; `StorageError`.
  public init(
    bytes: [UInt8], path: String, of header: RunHeader, _ run: RunFile
  ) throws {
    let accounts = try run.declaredAccounts().count
    try self.init(bytes: bytes, path: path, accounts: accounts, header: header)
  }

  init(bytes: [UInt8], path: String, accounts: Int, header: RunHeader) throws(AlertsError) {
    var reader = TableReader(bytes)
    var faults: [AlertsError.Fault] = []
    guard let first = reader.next() else {
      throw AlertsError(path: path, faults: [.init(line: 1, words: Self.headerWords(found: nil))])
    }
    do throws(LineFault) {
      let values = AlertValues(
        columns: try Self.columns(of: first), accounts: accounts, header: header)
      while faults.count < 10, let line = reader.next() {
        do throws(LineFault) {
          alerts.append(try values.alert(of: line))
        } catch {
          faults.append(.init(line: line.number, words: error.words))
        }
      }
    } catch {
      faults.append(.init(line: first.number, words: error.words))
    }
    guard faults.isEmpty else { throw AlertsError(path: path, faults: faults) }
    var known: Set<String> = []
    for alert in alerts where known.insert(alert.detector).inserted {
      detectors.append(alert.detector)
    }
    if detectors.isEmpty { detectors = [Self.onlyDetector] }
    guard detectors.count <= Self.mostDetectors else {
      throw AlertsError(
        path: path,
        faults: [
          .init(
            line: first.number,
            words: "found \(detectors.count) names in the column detector, expected at most "
              + "\(Self.mostDetectors): it names what raised an alert, not the alert; leave the column "
              + "out if all come from one")
        ])
    }
  }

  private static func columns(of line: TableLine) throws(LineFault) -> [AlertColumn] {
    let names = try line.cells()
    var columns: [AlertColumn] = []
    for name in names {
      guard let column = AlertColumn(rawValue: name) else {
        let known = AlertColumn.allCases.map(\.rawValue)
        let nearest = NearestName(to: name).among(known)
        throw LineFault(
          words: "found a column \"\(Excerpt.shortened(name))\", expected some of "
            + known.joined(separator: ", ") + "; "
            + (nearest.map { "did you mean \($0)?" } ?? "rename the column, or remove it"))
      }
      guard !columns.contains(column) else {
        throw LineFault(words: "found two columns \(name); remove one of them")
      }
      columns.append(column)
    }
    for column in [AlertColumn.suspect, .time] where !columns.contains(column) {
      throw LineFault(words: headerWords(found: line.text))
    }
    return columns
  }

  private static func headerWords(found: String?) -> String {
    let found = found.map { "\"\(Excerpt.shortened($0))\"" } ?? "no line"
    return "found \(found), expected the names of columns, suspect and time among them; "
      + "write them on the first line, with commas between"
  }
}

/// The columns that a file of alerts may have.
public enum AlertColumn: String, CaseIterable, Sendable {
  /// What raised the alert.
  case detector
  /// The account that it is on.
  case suspect
  /// When it was raised.
  case time
  /// The child that it is about.
  case child
  /// How sure the detector is.
  case score
}

/// A file of alerts that cannot be used, with the lines at fault and why.
public struct AlertsError: Error, Equatable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// What is wrong: at least one thing and at most ten, in the order of the file.
  public let faults: [Fault]

  /// A line that cannot be used.
  public struct Fault: Equatable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// What was found, what was expected and what to do.
    public let words: String
  }

  /// Every problem with its file and line, and a line with their number.
  public var description: String {
    let count = faults.count == 1 ? "1 problem" : "\(faults.count) problems"
    return (faults.map { "\(path):\($0.line): \($0.words)" } + ["\(count) in \(path)"])
      .joined(separator: "\n")
  }
}
