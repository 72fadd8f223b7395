/// What was found when a file was verified.
public struct FileCheck: Sendable, Equatable, Codable {
  /// The checks, in the order they were made.
  public var checks: [Result]

  /// One check.
  public struct Result: Sendable, Equatable, Codable {
    /// Its name, such as `stream`.
    public var name: String
    /// What it makes sure of, in plain words.
    public var about: String
    /// What was gone through; nothing where damage kept it from the end.
    public var extent: [Extent]
    /// Why it could not be made; nothing if it was.
    public var notMade: String?
    /// What is wrong: nothing where all is well, and no more than `mostFindings`.
    public var findings: [Finding]
    /// How many findings there are in all.
    public var findingCount: Int
  }

  /// How much was gone through.
  public struct Extent: Sendable, Equatable, Codable {
    /// What is counted, such as `chunk`.
    public var name: String
    /// How many.
    public var count: Int

    init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// Something that is wrong.
  public struct Finding: Sendable, Equatable, Codable {
    /// The table; nothing where the damage is to the file as a whole.
    public var table: String?
    /// Which row or rows of it; nothing where all of it is meant.
    public var row: String?
    /// What was found, and what was expected.
    public var detail: String
  }

  /// How many findings of one check are told.
  public static let mostFindings = 10

  /// Whether nothing is wrong.
  public var isSound: Bool { checks.allSatisfy { $0.findingCount == 0 } }
}

extension FileCheck {
  /// Verifies a file: pages, schema, references, stream, counts, seals, edges, and that all of it
  /// can be read.
  ///
  /// The file is only read.
  ///
  /// - Parameters:
  ///   - path: a complete file that `RunFileWriter` made, or a blind copy of one.
  ///   - keepGoing: asked at each chunk of events and block of rows, with the name of the check at
  ///     hand; whether to go on.
  /// - Throws: `stopped`; as `RunFile.init(opening:)`, but for `corrupt`: that is a finding.
  /// - Complexity: some passes over the file; memory as the writer of its run needed for the edges.
  public init(
    of path: String, keepGoing: @escaping (_ check: String) -> Bool
  ) throws(StorageError) {
    checks = []
    guard keepGoing("opening") else { throw .stopped(path: path) }
    var file: CheckedFile
    do {
      file = try CheckedFile(opening: path, keepGoing: keepGoing)
    } catch .corrupt(_, let detail) {
      var findings = Findings()
      findings.add(nil, nil, detail)
      checks = [findings.result(of: .opening)]
      return
    }
    for check in Check.all {
      let isReadable = checks.last { $0.name == Check.schema.name }?.tellsOfTables != true
      let result =
        isReadable
        ? try file.make(check)
        : Findings().result(of: check, notMade: "a table is not this version's")
      if check.name == Check.stream.name { file.isStreamSound = result.findingCount == 0 }
      checks.append(result)
    }
  }
}

extension FileCheck.Result {
  /// Whether a table is not as it should be, so that nothing can be asked of it.
  fileprivate var tellsOfTables: Bool {
    findings.contains { finding in
      Table.all.contains { $0.name == finding.table && $0.name != Table.code.name }
    }
  }
}

/// One thing to make sure of.
struct Check: Sendable {
  let name: String
  let about: String
  /// Goes through the file, and puts down what is wrong.
  ///
  /// - Returns: what was gone through.
  /// - Throws: `NotChecked`; errors of SQLite, which are findings if they tell of damage.
  let body: @Sendable (CheckedFile, inout Findings) throws -> [FileCheck.Extent]

  /// Every check, in the order they are made.
  static let all: [Check] = [
    pages, schema, references, stream, counts, seals, edges, reading,
  ]

  /// That the file can be opened at all, which is made sure of before any other.
  static let opening = Check(name: "opening", about: "the file says what it holds") { _, _ in [] }
}

/// Why a check cannot be made of a file.
struct NotChecked: Error {
  let reason: String
}

/// What a check found.
struct Findings {
  private(set) var told: [FileCheck.Finding] = []
  private(set) var count = 0

  /// Puts down something that is wrong.
  mutating func add(_ table: String?, _ row: String?, _ detail: String) {
    count += 1
    guard told.count < FileCheck.mostFindings else { return }
    told.append(FileCheck.Finding(table: table, row: row, detail: detail))
  }

  func result(
    of check: Check, over extent: [FileCheck.Extent] = [], notMade: String? = nil
  ) -> FileCheck.Result {
    FileCheck.Result(
      name: check.name, about: check.about, extent: extent, notMade: notMade, findings: told,
      findingCount: count)
  }
}
