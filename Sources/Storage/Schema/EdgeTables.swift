/// The edges of the graph over time: a projection of the stream, and of the start's friendships.
extension Table {
  static let friendship = Table(
    "friendship", "Two accounts were friends from one time until another.", isKeyed: true,
    """
      lower INTEGER NOT NULL REFERENCES account,
      higher INTEGER NOT NULL REFERENCES account,
      since INTEGER NOT NULL CHECK (since >= -1), -- -1: before the run
      until INTEGER CHECK (until >= since), -- NULL: still friends at the end
      PRIMARY KEY (lower, higher, since),
      CHECK (lower < higher)
    """)

  static let request = Table(
    "request", "One account asked another to be friends.", isKeyed: true,
    """
      sender INTEGER NOT NULL REFERENCES account,
      receiver INTEGER NOT NULL REFERENCES account,
      sent INTEGER NOT NULL CHECK (sent >= 0),
      answered INTEGER CHECK (answered >= sent), -- when the outcome was known; NULL while open
      outcome INTEGER NOT NULL CHECK (outcome BETWEEN 0 AND 4), -- code 'request-outcome'
      event INTEGER NOT NULL CHECK (event >= 0), -- number of the event that sent it
      PRIMARY KEY (sender, receiver, sent),
      CHECK (sender <> receiver),
      CHECK ((outcome = 0) = (answered IS NULL))
    """)

  static let follow = Table(
    "follow", "One account follows another.", isKeyed: true,
    """
      follower INTEGER NOT NULL REFERENCES account,
      followed INTEGER NOT NULL REFERENCES account,
      since INTEGER NOT NULL CHECK (since >= 0),
      PRIMARY KEY (follower, followed),
      CHECK (follower <> followed)
    """)

  static let block = Table(
    "block", "One account blocks another.", isKeyed: true,
    """
      blocker INTEGER NOT NULL REFERENCES account,
      blocked INTEGER NOT NULL REFERENCES account,
      since INTEGER NOT NULL CHECK (since >= 0),
      PRIMARY KEY (blocker, blocked),
      CHECK (blocker <> blocked)
    """)

  static let report = Table(
    "report", "One account reported another to the moderators.", isKeyed: true,
    """
      reporter INTEGER NOT NULL REFERENCES account,
      reported INTEGER NOT NULL REFERENCES account,
      time INTEGER NOT NULL CHECK (time >= 0),
      PRIMARY KEY (reporter, reported, time),
      CHECK (reporter <> reported)
    """)

  static let conversation = Table(
    "conversation", "Two accounts exchanged messages; only how many and when is known.",
    isKeyed: true,
    """
      lower INTEGER NOT NULL REFERENCES account,
      higher INTEGER NOT NULL REFERENCES account,
      first INTEGER NOT NULL CHECK (first >= 0),
      last INTEGER NOT NULL CHECK (last >= first),
      from_lower INTEGER NOT NULL CHECK (from_lower >= 0), -- messages the lower account sent
      from_higher INTEGER NOT NULL CHECK (from_higher >= 0),
      PRIMARY KEY (lower, higher),
      CHECK (lower < higher)
    """)
}
