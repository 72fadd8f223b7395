/// What detectors made of the stream, and what that is worth: one set of rows per replay.
extension Table {
  static let replay = Table(
    "replay", "One pass of detectors over the stream.",
    """
      id INTEGER PRIMARY KEY CHECK (id >= 1),
      settings TEXT NOT NULL -- the detectors and their settings
    """)

  static let alert = Table(
    "alert", "A detector's claim about an account, at the time of the event that caused it.",
    isKeyed: true,
    """
      replay INTEGER NOT NULL REFERENCES replay,
      number INTEGER NOT NULL CHECK (number >= 0), -- its position among the replay's alerts
      detector TEXT NOT NULL CHECK (length(detector) BETWEEN 1 AND 100),
      time INTEGER NOT NULL,
      cause INTEGER NOT NULL CHECK (cause >= 0), -- number of the event
      suspect INTEGER NOT NULL REFERENCES account,
      child INTEGER REFERENCES account, -- NULL if it is about no one child
      score REAL NOT NULL, -- on the detector's own scale
      PRIMARY KEY (replay, number)
    """)

  static let alertReason = Table(
    "alert_reason", "A value that led to an alert.", isKeyed: true,
    """
      replay INTEGER NOT NULL,
      alert INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number >= 0), -- its position among the alert's reasons
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
      value REAL NOT NULL,
      unit TEXT NOT NULL CHECK (length(unit) <= 40),
      PRIMARY KEY (replay, alert, number),
      FOREIGN KEY (replay, alert) REFERENCES alert (replay, number)
    """)

  static let alertEvent = Table(
    "alert_event", "An event that shows a reason of an alert.", isKeyed: true,
    """
      replay INTEGER NOT NULL,
      alert INTEGER NOT NULL,
      reason INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number >= 0), -- its position among the reason's events
      event INTEGER NOT NULL CHECK (event >= 0), -- number of the event
      PRIMARY KEY (replay, alert, reason, number),
      FOREIGN KEY (replay, alert, reason) REFERENCES alert_reason (replay, alert, number)
    """)

  static let replayDetector = Table(
    "replay_detector", "A detector that a replay ran, whether or not it raised an alert.",
    isKeyed: true,
    """
      replay INTEGER NOT NULL REFERENCES replay,
      position INTEGER NOT NULL CHECK (position >= 0), -- in reports
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
      PRIMARY KEY (replay, position),
      UNIQUE (replay, name)
    """)

  static let metric = Table(
    "metric", "What a replay's alerts are worth, by one measure.", isKeyed: true,
    """
      replay INTEGER NOT NULL REFERENCES replay,
      detector TEXT NOT NULL CHECK (length(detector) BETWEEN 1 AND 100),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
      unit TEXT NOT NULL CHECK (length(unit) <= 40),
      value REAL, -- NULL where the measure is undefined or infinite
      low REAL, -- ends of a 95 % interval; NULL where there is none
      high REAL,
      count INTEGER CHECK (count >= 0), -- how many, where it is a count or a share
      total INTEGER CHECK (total >= count), -- out of how many, where it is a share
      PRIMARY KEY (replay, detector, name)
    """)
}
