/// Views of what really was.
extension View {
  static let truthAccount = View(
    "truth_account_view", "Who really owns an account.",
    from: """
      truth_account AS t
        JOIN truth_person AS p ON p.id = t.person
        LEFT JOIN truth_groomer AS g ON g.account = t.account
      """,
    """
      t.account AS account, t.person AS person,
      p.age AS age, -- years at the start
      \(code("sex", "p.sex")) AS sex,
      \(code("role", "p.role")) AS role,
      t.groomer AS groomer,
      (SELECT f.name FROM truth_profile AS f WHERE f.id = g.profile) AS profile,
      \(place("p.place")) AS place,
      p.household AS household
    """)

  static let truthFriendship = View(
    "truth_friendship_view", "What made a friendship that existed at the start.",
    from: "truth_friendship",
    """
      lower, higher,
      \(code("tie", "tie")) AS tie
    """)

  static let truthCase = View(
    "truth_case_view", "A groomer and a child in sustained contact.",
    from: """
      truth_case AS t
        LEFT JOIN truth_groomer AS g ON g.account = t.groomer
      """,
    """
      t.id AS id, t.groomer AS groomer, t.child AS child,
      (SELECT f.name FROM truth_profile AS f WHERE f.id = g.profile) AS profile,
      \(age(of: "t.groomer")) AS groomer_declared_age,
      \(age(of: "t.child")) AS child_declared_age,
      first_contact, moved_off_platform, ended, told, first_meeting,
      \(calendar("first_contact")) AS first_contact_calendar,
      \(calendar("moved_off_platform")) AS moved_off_platform_calendar,
      \(calendar("ended")) AS ended_calendar,
      \(calendar("told")) AS told_calendar,
      \(calendar("first_meeting")) AS first_meeting_calendar
    """)

  static let truthStage = View(
    "truth_stage_view", "When a stage of a case began.", from: "truth_stage",
    """
      case_id,
      \(code("stage", "stage")) AS stage,
      time,
      \(calendar("time")) AS time_calendar
    """)
}
