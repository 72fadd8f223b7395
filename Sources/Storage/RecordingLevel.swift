import Vocabulary

/// Which views, profile views and messages a file holds; it always holds all other events.
///
/// What a file holds may not tell the truth, so the level goes by what accounts declare. A file that
/// does not hold every event gives the same alerts: its run is made again for a replay.
public enum RecordingLevel: String, CaseIterable, Sendable, Codable {
  /// All of them.
  case all
  /// Those in which an account takes part that declares an age under 18, or none.
  case childFacing = "child-facing"
  /// None of them.
  case none

  /// Whether a file may do without some events of a kind.
  static func isDispensable(_ kind: EventKind) -> Bool {
    switch kind {
    case .view, .profileView, .message: true
    case .post, .follow, .request, .acceptance, .refusal, .expiry, .unfriend, .block, .report: false
    }
  }
}

/// Takes from the stream what a file is to hold.
struct Recorder {
  private let level: RecordingLevel
  /// Whether each account declares no age of 18 or more.
  private let isChild: [Bool]
  private var held = EventLog()

  init(level: RecordingLevel, accounts: DeclaredAccounts) {
    self.level = level
    isChild = (0..<accounts.count).map { !accounts.isAdult($0) }
  }

  /// The events of a log that the file is to hold, with their numbers.
  mutating func held(of log: borrowing EventLog) -> EventLog {
    if level == .all { return copy log }
    held.removeAll(nextID: log.firstID)
    // Runs of rows rather than single ones: what is held often comes together.
    var start = 0
    for row in 0..<log.count where !holds(row, of: log) {
      held.append(log, rows: start..<row)
      start = row + 1
    }
    held.append(log, rows: start..<log.count)
    return held
  }

  private func holds(_ row: Int, of log: borrowing EventLog) -> Bool {
    guard let kind = EventKind(rawValue: log.kinds[row]), RecordingLevel.isDispensable(kind) else {
      return true
    }
    return level == .childFacing
      && (isChild[Int(log.actors[row])] || isChild[Int(log.targets[row])])
  }
}
