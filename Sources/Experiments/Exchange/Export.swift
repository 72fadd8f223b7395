import Settings
public import Storage
public import Vocabulary

/// Results on their way to other programs.
public enum Export {
  /// What a blind copy calls its scenario: the real name may tell what groomers do in it.
  static let blindName = "blind copy"

  /// Writes a copy of a file for a blind challenge: what a platform knows, and nothing more.
  ///
  /// Of the scenario it keeps the calendar, how events are delivered and the detectors' parameters.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - output: where the copy goes, in place of an earlier run or copy.
  ///   - watch: told which table is copied, and asked whether to stop.
  /// - Throws: `Interrupted`; `StorageError`; `InvalidSettings` if another version of Tocsin made the
  ///   file and its scenario cannot be read.
  public static func platformView(of file: RunFile, to output: String, _ watch: Watch) throws {
    let yaml = try file.scenario().blindYAML
    try stopping {
      () throws(StorageError) in
      try file.writeBlindCopy(to: output, name: blindName, scenarioYAML: yaml) { table in
        watch.mayGoOn(.export, detail: table)
      }
    }
  }

  /// Writes a file's graph out for other programs.
  ///
  /// - Throws: `Interrupted`; `StorageError`.
  public static func graph(
    of file: RunFile, _ parts: GraphParts, as format: GraphFormat, to output: String, _ watch: Watch
  ) throws {
    try stopping {
      () throws(StorageError) in
      try file.writeGraph(parts, as: format, to: output) { written in
        watch.mayGoOn(.export, detail: "\(written / 1_000) thousand accounts and edges")
      }
    }
  }

  /// Writes a file's events out as lines of JSON.
  ///
  /// - Throws: `Interrupted`; `StorageError`.
  public static func events(
    of file: RunFile, as layout: EventLayout, before moment: SimTime?, to output: String,
    _ watch: Watch
  ) throws {
    let total = try file.summary().eventsHeld
    try stopping {
      () throws(StorageError) in
      try file.writeEvents(as: layout, before: moment, to: output) { written in
        watch.mayGoOn(
          StageProgress(stage: .export, done: written, total: total, events: written))
      }
    }
  }

  /// Writes a file's events into a database of their own, a row each.
  ///
  /// - Throws: `Interrupted`; `StorageError`.
  public static func eventRows(
    of file: RunFile, before moment: SimTime?, to output: String, _ watch: Watch
  ) throws {
    let total = try file.summary().eventsHeld
    try stopping {
      () throws(StorageError) in
      try file.writeEventTable(before: moment, to: output) { written in
        watch.mayGoOn(
          StageProgress(stage: .export, done: written, total: total, events: written))
      }
    }
  }
}

/// Works on a file, and says of work that was asked to stop that it was.
func stopping<Result>(_ work: () throws(StorageError) -> Result) throws -> Result {
  do {
    return try work()
  } catch .stopped {
    throw Interrupted()
  }
}

extension Scenario {
  /// What a platform may know of the scenario, as YAML.
  var blindYAML: String {
    let sections = [
      ("calendar", calendar.canonicalYAML()), ("delivery", delivery.canonicalYAML()),
      ("detection", detection.canonicalYAML()),
    ]
    let lines = sections.flatMap { name, yaml in
      ["\(name):"] + yaml.split(separator: "\n").map { "  \($0)" }
    }
    return (["name: \(Export.blindName)"] + lines).joined(separator: "\n") + "\n"
  }
}
