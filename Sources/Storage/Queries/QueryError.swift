import Settings

/// Why a question has no answer.
public enum QueryError: Error, Equatable, Sendable {
  /// SQLite does not understand a statement, or cannot carry it out.
  ///
  /// The position is that of the character that it stumbles on, where it names one.
  case sql(message: String, text: String, position: Int?)
  /// A statement would do something other than read.
  case refused(action: String)
  /// The time was up.
  case outOfTime(seconds: Double)
  /// It took more steps of SQLite than it may.
  case tooManySteps(limit: Int)
  /// Somebody asked to stop.
  case interrupted
  /// The file itself is the matter.
  case file(StorageError)
}

extension QueryError {
  /// Whether another question would have done, rather than more time.
  public var isBadInput: Bool {
    switch self {
    case .sql, .refused: true
    case .outOfTime, .tooManySteps, .interrupted: false
    case .file(let error): error.isBadInput
    }
  }
}

extension QueryError: CustomStringConvertible {
  /// What happened, where, and what to do.
  public var description: String {
    switch self {
    case .sql(let message, let text, let position):
      ([message] + (position.map { Excerpt.lines(of: text, at: $0) } ?? []))
        .joined(separator: "\n")
    case .refused(let action):
      "\(action) is refused: a query may only read; work on a copy of the file with another tool"
    case .outOfTime(let seconds):
      "no answer within \(Self.text(seconds)) s; give more with --timeout, or ask for less"
    case .tooManySteps(let limit):
      "no answer within \(limit / 1_000_000) million steps of SQLite; allow more, or ask for less"
    case .interrupted: "interrupted"
    case .file(let error): "\(error)"
    }
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}
