/// What a run is, and the nodes of its graph as a platform sees them.
extension Table {
  static let run = Table(
    "run", "The run this file holds: always one row.",
    """
      id INTEGER PRIMARY KEY CHECK (id = 1),
      status TEXT NOT NULL CHECK (status IN ('incomplete', 'complete')),
      tocsin_version TEXT NOT NULL CHECK (length(tocsin_version) <= 100),
      scenario_name TEXT NOT NULL CHECK (length(scenario_name) <= 200),
      scenario_yaml TEXT NOT NULL, -- the scenario, overrides applied
      seed TEXT NOT NULL -- decimal: a seed has 64 bits without a sign
        CHECK (length(seed) BETWEEN 1 AND 20 AND seed NOT GLOB '*[^0-9]*'),
      start_date TEXT NOT NULL -- first simulated day; times count seconds from its midnight
        CHECK (start_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      days INTEGER NOT NULL CHECK (days >= 0),
      end_time INTEGER NOT NULL, -- seconds since the start; what lies after it is unknown
      accounts INTEGER NOT NULL CHECK (accounts >= 0),
      recording TEXT NOT NULL -- which views, profile views and messages event_chunk holds
        CHECK (recording IN ('all', 'child-facing', 'none')),
      events INTEGER NOT NULL CHECK (events >= 0), -- of the run
      held INTEGER NOT NULL CHECK (held BETWEEN 0 AND events), -- of these, in event_chunk
      digest TEXT CHECK (length(digest) = 64), -- of all events; NULL where all are held
      CHECK (recording <> 'all' OR held = events),
      CHECK (status = 'incomplete' OR (recording = 'all') = (digest IS NULL))
    """)

  static let code = Table(
    "code", "The name of each number that stands for a word, such as an event's kind.",
    isKeyed: true,
    """
      domain TEXT NOT NULL CHECK (length(domain) BETWEEN 1 AND 40), -- what is numbered
      value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 255),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
      PRIMARY KEY (domain, value)
    """)

  static let place = Table(
    "place", "A town or city.",
    """
      id INTEGER PRIMARY KEY CHECK (id >= 0),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90), -- degrees north
      longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180), -- degrees east
      population INTEGER NOT NULL CHECK (population >= 0)
    """)

  static let focus = Table(
    "focus", "A school, club or workplace.",
    """
      id INTEGER PRIMARY KEY CHECK (id >= 0),
      kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 255), -- code 'focus-kind'
      place INTEGER NOT NULL REFERENCES place
    """)

  static let platform = Table(
    "platform", "A platform that accounts are on.",
    """
      id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 255),
      name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200)
    """)

  static let account = Table(
    "account", "An account as it declares itself; its owner is in truth_account.",
    """
      id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 4294967294),
      platform INTEGER NOT NULL REFERENCES platform,
      declared_age INTEGER CHECK (declared_age BETWEEN 0 AND 254), -- years; NULL if not declared
      declared_place INTEGER REFERENCES place, -- NULL if not declared
      latitude REAL CHECK (latitude BETWEEN -90 AND 90), -- of the declared place
      longitude REAL CHECK (longitude BETWEEN -180 AND 180),
      opened INTEGER NOT NULL, -- seconds since the start; negative before it
      CHECK ((latitude IS NULL) = (longitude IS NULL))
    """)
}
