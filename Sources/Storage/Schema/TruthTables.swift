/// What really was: no detector sees these tables, and no other table holds any of it.
extension Table {
  static let truthPerson = Table(
    "truth_person", "Somebody who lives in the world, with or without an account.",
    """
      id INTEGER PRIMARY KEY CHECK (id >= 0),
      age INTEGER NOT NULL CHECK (age BETWEEN 0 AND 255), -- years at the start
      sex INTEGER NOT NULL CHECK (sex IN (0, 1)), -- code 'sex'
      role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 255), -- code 'role'
      place INTEGER NOT NULL REFERENCES place,
      latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90), -- of the home
      longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
      household INTEGER NOT NULL CHECK (household >= 0), -- members have the same number
      school INTEGER REFERENCES focus, -- attended or taught at
      class INTEGER CHECK (class BETWEEN 0 AND 32767), -- a pupil's, within the school year
      club INTEGER REFERENCES focus,
      workplace INTEGER REFERENCES focus,
      CHECK (class IS NULL OR school IS NOT NULL)
    """)

  static let truthAccount = Table(
    "truth_account", "Who owns an account, and whether the owner grooms.",
    """
      account INTEGER PRIMARY KEY REFERENCES account,
      person INTEGER NOT NULL REFERENCES truth_person,
      groomer INTEGER NOT NULL CHECK (groomer IN (0, 1))
    """)

  static let truthProfile = Table(
    "truth_profile", "A way in which campaigns go, as the scenario has it.",
    """
      id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 255),
      name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200)
    """)

  static let truthGroomer = Table(
    "truth_groomer", "Which way the campaign of a groomer's account goes.",
    """
      account INTEGER PRIMARY KEY REFERENCES account,
      profile INTEGER NOT NULL REFERENCES truth_profile
    """)

  static let truthFriendship = Table(
    "truth_friendship", "What made a friendship that existed at the start.", isKeyed: true,
    """
      lower INTEGER NOT NULL REFERENCES account,
      higher INTEGER NOT NULL REFERENCES account,
      tie INTEGER NOT NULL CHECK (tie BETWEEN 0 AND 255), -- code 'tie'
      PRIMARY KEY (lower, higher),
      CHECK (lower < higher)
    """)

  static let truthCase = Table(
    "truth_case", "A groomer and a child in sustained contact.",
    """
      id INTEGER PRIMARY KEY CHECK (id >= 0),
      groomer INTEGER NOT NULL REFERENCES account,
      child INTEGER NOT NULL REFERENCES account,
      first_contact INTEGER NOT NULL,
      moved_off_platform INTEGER, -- NULL if they stayed
      ended INTEGER, -- when contact broke off without a meeting; NULL if it did not
      told INTEGER, -- when the child told an adult, which ended it; NULL if it did not
      first_meeting INTEGER, -- NULL if they did not meet within the run
      CHECK (groomer <> child)
    """)

  static let truthStage = Table(
    "truth_stage", "When a stage of a case began.", isKeyed: true,
    """
      case_id INTEGER NOT NULL REFERENCES truth_case,
      stage INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 255), -- code 'stage'
      time INTEGER NOT NULL,
      PRIMARY KEY (case_id, stage)
    """)

  static let truthMeeting = Table(
    "truth_meeting", "A first meeting with somebody known online alone, which harmed nobody.",
    isKeyed: true,
    """
      lower INTEGER NOT NULL REFERENCES account,
      higher INTEGER NOT NULL REFERENCES account,
      time INTEGER NOT NULL CHECK (time >= 0),
      PRIMARY KEY (lower, higher),
      CHECK (lower < higher)
    """)

  static let truthHardness = Table(
    "truth_hardness", "How well something seen of accounts tells groomers from innocent adults.",
    """
      id INTEGER PRIMARY KEY CHECK (id >= 0), -- its position in reports
      profile TEXT NOT NULL CHECK (length(profile) BETWEEN 1 AND 100),
      measure TEXT NOT NULL CHECK (length(measure) BETWEEN 1 AND 100), -- family or means
      against TEXT NOT NULL CHECK (length(against) BETWEEN 1 AND 100), -- innocents of which role
      feature TEXT NOT NULL CHECK (length(feature) <= 300), -- which did it best
      tried INTEGER NOT NULL CHECK (tried >= 1), -- of how many features
      groomers INTEGER NOT NULL CHECK (groomers >= 0), -- accounts
      innocents INTEGER NOT NULL CHECK (innocents >= 0), -- accounts
      auc REAL CHECK (auc BETWEEN 0 AND 1), -- NULL where it is undefined
      standard_error REAL CHECK (standard_error >= 0), -- NULL where there is none
      chance REAL CHECK (chance >= 0.5) -- what chance alone reaches; NULL if not worked out
    """)
}
