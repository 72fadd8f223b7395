/// A scenario file, or a text in its place, ready to be decoded.
///
/// ```swift
/// let document = try SettingsDocument(file: "Scenarios/reference.yaml")
/// let scenario = try document.decode(Scenario.self, overrides: ["population.accounts=5000"])
/// ```
public struct SettingsDocument: Sendable {
  /// The name of the document in problems: the path that was given.
  public let name: String

  /// The folder to which the paths in the document are relative.
  public let folder: String

  private let text: SourceText

  /// The size above which a document is refused, in bytes.
  public static let sizeLimit = 1_048_576

  /// Reads a file in UTF-8, with or without a byte-order mark.
  ///
  /// - Throws: `InvalidSettings` with one problem if the file is missing, a folder, unreadable,
  ///   too large, not UTF-8, or holds a character that YAML forbids.
  public init(file path: String) throws(InvalidSettings) {
    func invalid(_ fault: FileFault) -> InvalidSettings {
      InvalidSettings([Problem(document: path, location: .document, path: "", fault: .file(fault))])
    }
    switch FileStatus(of: path) {
    case .absent: throw invalid(.noSuchFile)
    case .folder: throw invalid(.folder)
    case .other: throw invalid(.notAFile)
    case .file(let bytes) where bytes > Self.sizeLimit:
      throw invalid(.tooLarge(bytes: bytes, limit: Self.sizeLimit))
    case .file: break
    }
    guard let bytes = contents(ofFile: path) else { throw invalid(.unreadable) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    try self.init(bytes: bytes, name: path, folder: folder)
  }

  /// Takes a text, such as the scenario that a results file holds.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - name: Its name in problems.
  ///   - folder: The folder to which its paths are relative.
  /// - Throws: `InvalidSettings` as for the bytes of a file.
  public init(
    text: String, name: String, folder: String = "."
  ) throws(InvalidSettings) {
    try self.init(bytes: Array(text.utf8), name: name, folder: folder)
  }

  init(bytes: [UInt8], name: String, folder: String) throws(InvalidSettings) {
    self.name = name
    self.folder = folder
    func problem(_ fault: FileFault, _ location: Location) -> Problem {
      Problem(document: name, location: location, path: "", fault: .file(fault))
    }
    guard bytes.count <= Self.sizeLimit else {
      let fault = FileFault.tooLarge(bytes: bytes.count, limit: Self.sizeLimit)
      throw InvalidSettings([problem(fault, .document)])
    }
    guard let string = String(validating: bytes, as: UTF8.self) else {
      let (prefix, byte) = Self.validPrefix(of: bytes)
      let text = SourceText(prefix)
      let (line, column) = text.position(of: text.scalars.count)
      let fault = FileFault.notUTF8(byte: byte)
      throw InvalidSettings(
        [problem(fault, .position(line: line, column: column))], text: text)
    }
    text = SourceText(string)
    if let index = text.firstControlCharacter {
      let (line, column) = text.position(of: index)
      let fault = FileFault.controlCharacter(code: text.scalars[index].value)
      throw InvalidSettings(
        [problem(fault, .position(line: line, column: column))], text: text)
    }
  }

  /// Decodes the document over the defaults, with overrides such as `calendar.holidays[0].from=2017-04-10`.
  ///
  /// The value of an override is YAML. It stands in the place of what the document says there,
  /// before any check between keys; of several for one key the last one wins.
  ///
  /// - Parameters:
  ///   - root: The section at the top level.
  ///   - overrides: Settings that replace what the document says.
  ///   - inputsMustExist: Whether a file that the document names has to be there; not for a
  ///     document that is only looked at once more, its files long since read.
  ///   - objections: What those who use the value find wrong with it, once nothing else is.
  /// - Returns: The value, overrides and defaults in place.
  /// - Throws: `InvalidSettings` with every problem of the document and the overrides.
  public func decode<Root: SettingsSection>(
    _ root: Root.Type = Root.self, overrides: [String] = [], inputsMustExist: Bool = true,
    objections: (Root) -> [Objection] = { _ in [] }
  ) throws(InvalidSettings) -> Root {
    var reading = Reading(
      document: name, folder: folder, inputsMustExist: inputsMustExist)
    var tree = try rootMapping(&reading)
    let changes = overrides.enumerated().compactMap { index, option in
      Override(option, index: index, &reading)
    }
    for change in changes { change.apply(to: &tree, &reading) }
    let value = Root.read(tree, over: Root(), at: "", &reading)
    if let value, reading.problems.isEmpty {
      for objection in objections(value) {
        reading.report(
          .objection(objection.words), at: objection.path.text,
          tree.location(of: objection.path.steps[...]))
      }
    }
    guard let value, reading.problems.isEmpty else {
      throw InvalidSettings(reading.problems, text: text)
    }
    return value
  }

  /// The mapping at the top level; throws if there is none to decode.
  private func rootMapping(_ reading: inout Reading) throws(InvalidSettings) -> DocumentNode {
    var reader = YAMLReader(text)
    if let root = reader.root(&reading), !root.isRefused {
      if case .mapping = root.content { return root }
      let fault: YAMLFault = root.isNothing ? .nothing : .notAMapping(found: root.summary)
      reading.report(fault, root.isNothing ? Self.start : root.location)
    }
    if reading.problems.isEmpty { reading.report(.nothing, Self.start) }
    throw InvalidSettings(reading.problems, text: text)
  }

  /// Where a document without keys should have one.
  private static let start = Location.position(line: 1, column: 1)

  /// The text before the first byte that is not UTF-8, and that byte.
  private static func validPrefix(of bytes: [UInt8]) -> (String, UInt8) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var view = String.UnicodeScalarView()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      view.append(scalar)
      length += UTF8.width(scalar)
    }
    return (String(view), bytes.indices.contains(length) ? bytes[length] : 0)
  }
}
