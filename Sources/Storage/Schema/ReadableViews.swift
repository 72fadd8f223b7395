/// Views of what a platform sees, and of what detectors made of it.
extension View {
  static let account = View(
    "account_view", "An account with the names of its platform and place.", from: "account",
    """
      id,
      (SELECT p.name FROM platform AS p WHERE p.id = platform) AS platform,
      declared_age,
      CASE WHEN declared_age IS NULL THEN 'undeclared'
        WHEN declared_age < 18 THEN 'child' ELSE 'adult' END AS age_group, -- as declared
      \(place("declared_place")) AS declared_place,
      latitude, longitude, opened,
      \(calendar("opened")) AS opened_calendar
    """)

  static let friendship = View(
    "friendship_view", "A friendship with the ages that the two declare.", from: "friendship",
    """
      lower, higher,
      \(age(of: "lower")) AS lower_age,
      \(age(of: "higher")) AS higher_age,
      since, until,
      CASE WHEN since < 0 THEN 'before the run' ELSE \(calendar("since")) END AS since_calendar,
      \(calendar("until")) AS until_calendar
    """)

  static let request = View(
    "request_view", "A friend request with its outcome and the ages that the two declare.",
    from: "request",
    """
      sender, receiver,
      \(age(of: "sender")) AS sender_age,
      \(age(of: "receiver")) AS receiver_age,
      sent, answered,
      \(calendar("sent")) AS sent_calendar,
      \(calendar("answered")) AS answered_calendar,
      \(code("request-outcome", "outcome")) AS outcome, -- as of the end
      event
    """)

  static let follow = View(
    "follow_view", "Who follows whom, with the ages that the two declare.", from: "follow",
    """
      follower, followed,
      \(age(of: "follower")) AS follower_age,
      \(age(of: "followed")) AS followed_age,
      since,
      \(calendar("since")) AS since_calendar
    """)

  static let block = View(
    "block_view", "Who blocks whom, with the ages that the two declare.", from: "block",
    """
      blocker, blocked,
      \(age(of: "blocker")) AS blocker_age,
      \(age(of: "blocked")) AS blocked_age,
      since,
      \(calendar("since")) AS since_calendar
    """)

  static let report = View(
    "report_view", "Who reported whom, with the ages that the two declare.", from: "report",
    """
      reporter, reported,
      \(age(of: "reporter")) AS reporter_age,
      \(age(of: "reported")) AS reported_age,
      time,
      \(calendar("time")) AS time_calendar
    """)

  static let conversation = View(
    "conversation_view", "How many messages two accounts exchanged, with the ages they declare.",
    from: "conversation",
    """
      lower, higher,
      \(age(of: "lower")) AS lower_age,
      \(age(of: "higher")) AS higher_age,
      first, last,
      \(calendar("first")) AS first_calendar,
      \(calendar("last")) AS last_calendar,
      from_lower, from_higher, from_lower + from_higher AS messages
    """)

  static let alert = View(
    "alert_view", "An alert with its reasons in one text and the ages that the two declare.",
    from: "alert",
    """
      replay, number, detector, time,
      \(calendar("time")) AS time_calendar,
      suspect,
      \(age(of: "suspect")) AS suspect_age,
      child,
      \(age(of: "child")) AS child_age,
      score, cause,
      (SELECT group_concat(rtrim(r.name || ' ' || round(r.value, 3) || ' ' || r.unit), '; ')
        FROM alert_reason AS r WHERE r.replay = alert.replay AND r.alert = alert.number) AS reasons
    """)
}
