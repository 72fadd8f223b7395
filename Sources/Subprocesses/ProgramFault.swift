import Settings

/// What another program did that its detector cannot go on after.
public enum ProgramFault: Error, Sendable, Equatable {
  /// The system would not start the shell.
  case notStarted(reason: String)
  /// The program ended, or closed its output, while something was expected of it.
  case ended(ProgramEnding, expected: Expected, lastWords: String)
  /// The program neither read nor answered for as long as it may.
  case silent(seconds: Double, expected: Expected, lastWords: String)
  /// A line is longer than it may be.
  case lineTooLong(line: Int, bytes: Int, excerpt: String)
  /// A line is no JSON.
  case notJSON(line: Int, reason: String, excerpt: String)
  /// A line is JSON, but not of the protocol.
  case refused(line: Int, reason: String, excerpt: String)
  /// The program wrote a line that nothing had asked for.
  case unasked(line: Int, excerpt: String)
  /// The run was asked to stop while it waited for the program.
  case interrupted

  /// What a program owes.
  public enum Expected: Sendable, Equatable {
    /// That it says it is ready.
    case readiness
    /// That it reads the accounts and friendships of the start.
    case start
    /// That it answers a batch of events, counted from 1.
    case answer(batch: Int)
    /// That it ends after the last event.
    case end
  }
}

/// How a program ended.
public enum ProgramEnding: Sendable, Equatable {
  /// With an exit code.
  case code(Int32)
  /// By a signal.
  case signal(Int32)
  /// It closed its output and went on.
  case closedOutput
}

extension ProgramFault: CustomStringConvertible {
  /// What was found, where, and what was expected.
  public var description: String {
    switch self {
    case .notStarted(let reason): "could not be started: \(reason)"
    case .ended(let ending, let expected, let lastWords):
      "\(ending)\(ending.hint) \(expected.before)\(Self.quoting(lastWords))"
    case .silent(let seconds, let expected, let lastWords):
      "was stopped: \(Self.plain(seconds)) s passed without \(expected.without)"
        + Self.quoting(lastWords)
    case .lineTooLong(let line, let bytes, let excerpt):
      "\(Self.place(line, excerpt)): expected at most \(bytes) bytes in a line"
    case .notJSON(let line, let reason, let excerpt):
      "\(Self.place(line, excerpt)): expected JSON: \(reason)"
    case .refused(let line, let reason, let excerpt): "\(Self.place(line, excerpt)): \(reason)"
    case .unasked(let line, let excerpt):
      "\(Self.place(line, excerpt)): expected one line for each batch of events and at most one "
        + "after the last, found another"
    case .interrupted: "was stopped, as the run was asked to stop"
    }
  }

  private static func place(_ line: Int, _ excerpt: String) -> String {
    "line \(line) of its output, \(excerpt.isEmpty ? "which is empty" : excerpt)"
  }

  private static func quoting(_ lastWords: String) -> String {
    guard !lastWords.isEmpty else { return "; it wrote nothing to standard error" }
    return "; the end of its standard error:\n"
      + lastWords.split(separator: "\n").map { "  | \($0)" }.joined(separator: "\n")
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}

extension ProgramFault.Expected {
  var before: String {
    switch self {
    case .readiness: "before it said that it is ready"
    case .start: "before it had read the accounts"
    case .answer(let batch): "before it answered batch \(batch)"
    case .end: "after the last event"
    }
  }

  var without: String {
    switch self {
    case .readiness: "its saying that it is ready"
    case .start: "its reading the accounts"
    case .answer(let batch): "an answer to batch \(batch)"
    case .end: "its ending after the last event"
    }
  }
}

extension ProgramEnding: CustomStringConvertible {
  /// How it ended, as a sentence without its subject.
  public var description: String {
    switch self {
    case .code(let code): "ended with exit code \(code)"
    case .signal(let signal): "was ended by signal \(signal)"
    case .closedOutput: "closed its standard output"
    }
  }

  /// What the shell means by its exit codes.
  fileprivate var hint: String {
    switch self {
    case .code(127): " (the shell found no such command)"
    case .code(126): " (the shell may not run that file)"
    // As a shell tells that what it ran was ended by a signal.
    case .code(let code) where (129...192).contains(code): " (signal \(code - 128))"
    default: ""
    }
  }
}
