import Population

/// What the tables of edges hold of a run, each in the order of its key.
extension EdgeRows {
  /// The rows of all tables of edges; friendships of the start end when `startUntil` says.
  func tables(start: Friendships) -> [KeyedRows] {
    [
      friendshipRows(start: start),
      KeyedRows(
        "request", ["sender", "receiver", "sent", "answered", "outcome", "event"], key: 3,
        of: requests
      ) { request, row in
        row.set(0, request.sender)
        row.set(1, request.receiver)
        row.set(2, request.sent)
        row[3] = request.outcome == .open ? nil : Int64(request.answered)
        row.set(4, request.outcome.rawValue)
        row.set(5, request.event)
      },
      Self.marks("follow", ["follower", "followed", "since"], key: 2, follows),
      Self.marks("block", ["blocker", "blocked", "since"], key: 2, blocks),
      Self.marks("report", ["reporter", "reported", "time"], key: 3, reports),
      KeyedRows(
        "conversation", ["lower", "higher", "first", "last", "from_lower", "from_higher"], key: 2,
        of: conversations
      ) { conversation, row in
        row.set(0, conversation.lower)
        row.set(1, conversation.higher)
        row.set(2, conversation.first)
        row.set(3, conversation.last)
        row.set(4, conversation.fromLower)
        row.set(5, conversation.fromHigher)
      },
    ]
  }

  /// The index of friendships by their higher side, whose entries end with the rest of the key.
  func friendshipsByHigher(start: Friendships) -> KeyedRows {
    var next = Array(repeating: 0, count: start.accountCount + 1)
    visitFriendships(start: start) { next[Int($0.higher) + 1] += 1 }
    for account in 0..<start.accountCount { next[account + 1] += next[account] }
    var others = Array(repeating: (lower: UInt32(0), since: Int32(0)), count: next.last ?? 0)
    // In the order of the lower side, so that those of one higher side are in order too.
    visitFriendships(start: start) {
      others[next[Int($0.higher)]] = ($0.lower, $0.since)
      next[Int($0.higher)] += 1
    }
    var index = KeyedRows(
      name: "friendship_by_higher", columns: ["higher", "lower", "since"], keyColumns: 3
    ) { body in
      var first = 0
      for higher in 0..<start.accountCount {
        for other in others[first..<next[higher]] {
          var row = RowCells(count: 3)
          row.set(0, higher)
          row.set(1, other.lower)
          row.set(2, other.since)
          try body(row)
        }
        first = next[higher]
      }
    }
    index.isSealed = false
    return index
  }

  private func friendshipRows(start: Friendships) -> KeyedRows {
    KeyedRows(
      name: "friendship", columns: ["lower", "higher", "since", "until"], keyColumns: 3
    ) { body in
      try visitFriendships(start: start) { friendship in
        var row = RowCells(count: 4)
        row.set(0, friendship.lower)
        row.set(1, friendship.higher)
        row.set(2, friendship.since)
        if friendship.until != Self.stillFriends { row.set(3, friendship.until) }
        try body(row)
      }
    }
  }

  /// Merges the friendships of the start and of the run, both in key order.
  private func visitFriendships(
    start: Friendships, _ body: (Friendship) throws -> Void
  ) rethrows {
    var made = friendships[...]
    for lower in 0..<UInt32(start.accountCount) {
      for place in start.rows(ofLower: Int(lower)) {
        let higher = start.higher[place]
        while let next = made.first, (next.lower, next.higher) < (lower, higher) {
          try body(next)
          made.removeFirst()
        }
        try body(
          Friendship(
            lower: lower, higher: higher, since: Self.beforeTheRun, until: startUntil[place]))
      }
    }
    for friendship in made { try body(friendship) }
  }

  private static func marks(
    _ table: String, _ columns: [String], key: Int, _ marks: [Mark]
  ) -> KeyedRows {
    KeyedRows(table, columns, key: key, of: marks) { mark, row in
      row.set(0, mark.actor)
      row.set(1, mark.target)
      row.set(2, mark.time)
    }
  }
}
