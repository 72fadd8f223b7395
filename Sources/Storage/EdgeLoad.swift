import GRDB
import Population

/// Writes the edges of a run, each table in key order.
extension Database {
  /// Writes all edges; those of the start end when `edges.startUntil` says.
  func insert(_ edges: EdgeRows, start: Friendships) throws {
    try insertFriendships(edges, start: start)
    let requests = edges.requests
    try load(
      "request", columns: ["sender", "receiver", "sent", "answered", "outcome", "event"],
      rows: requests.count
    ) { row, cells in
      let request = requests[row]
      cells.bind(request.sender, to: 0)
      cells.bind(request.receiver, to: 1)
      cells.bind(request.sent, to: 2)
      cells.bind(request.outcome == .open ? nil : request.answered, to: 3)
      cells.bind(request.outcome.rawValue, to: 4)
      cells.bind(request.event, to: 5)
    }
    try insert(edges.follows, into: "follow", columns: ["follower", "followed", "since"])
    try insert(edges.blocks, into: "block", columns: ["blocker", "blocked", "since"])
    try insert(edges.reports, into: "report", columns: ["reporter", "reported", "time"])
    let conversations = edges.conversations
    try load(
      "conversation", columns: ["lower", "higher", "first", "last", "from_lower", "from_higher"],
      rows: conversations.count
    ) { row, cells in
      let conversation = conversations[row]
      cells.bind(conversation.lower, to: 0)
      cells.bind(conversation.higher, to: 1)
      cells.bind(conversation.first, to: 2)
      cells.bind(conversation.last, to: 3)
      cells.bind(conversation.fromLower, to: 4)
      cells.bind(conversation.fromHigher, to: 5)
    }
  }

  /// Merges the friendships of the start and of the run, both in key order.
  private func insertFriendships(_ edges: EdgeRows, start: Friendships) throws {
    let made = edges.friendships
    var nextOfStart = 0
    var lower: UInt32 = 0
    var nextMade = 0
    try load(
      "friendship", columns: ["lower", "higher", "since", "until"],
      rows: start.count + made.count
    ) { _, cells in
      while nextOfStart < start.count, start.rows(ofLower: Int(lower)).upperBound <= nextOfStart {
        lower += 1
      }
      let friendship: EdgeRows.Friendship
      if nextMade == made.count
        || nextOfStart < start.count
          && (lower, start.higher[nextOfStart])
            <= (made[nextMade].lower, made[nextMade].higher)
      {
        friendship = EdgeRows.Friendship(
          lower: lower, higher: start.higher[nextOfStart],
          since: EdgeRows.beforeTheRun, until: edges.startUntil[nextOfStart])
        nextOfStart += 1
      } else {
        friendship = made[nextMade]
        nextMade += 1
      }
      cells.bind(friendship.lower, to: 0)
      cells.bind(friendship.higher, to: 1)
      cells.bind(friendship.since, to: 2)
      cells.bind(friendship.until == EdgeRows.stillFriends ? nil : friendship.until, to: 3)
    }
  }

  private func insert(_ marks: [EdgeRows.Mark], into table: String, columns: [String]) throws {
    try load(table, columns: columns, rows: marks.count) { row, cells in
      cells.bind(marks[row].actor, to: 0)
      cells.bind(marks[row].target, to: 1)
      cells.bind(marks[row].time, to: 2)
    }
  }
}
