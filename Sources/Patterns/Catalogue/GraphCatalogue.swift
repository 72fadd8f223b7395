/// The graph that queries see: every label, every type of edge and every property.
///
/// A new one is a line here; the language, the help and Documentation/Patterns.md follow. As of a
/// time, what lasts is seen while it lasts, and what was done is seen from then on, whatever came
/// of it later. What is known only later is null.
public enum GraphCatalogue {
  /// Every kind of node.
  public static let nodes = [account, place, platform, focus, alert, person]

  /// Every type of edge.
  public static let edges = platformEdges + truthEdges

  static func node(named name: String) -> NodeKind? { nodes.first { $0.name == name } }

  // MARK: Nodes

  private static let account = NodeKind(
    "account", "an account that had been opened", exists: "$e.opened <= $at",
    labels: [
      Label("child", "declares an age under 18", condition: "$e.declared_age < 18"),
      Label("adult", "declares an age of 18 or over", condition: "$e.declared_age >= 18"),
      Label("undeclared", "declares no age", condition: "$e.declared_age IS NULL"),
      Label(
        "groomer", isTruth: true, "is owned by a groomer",
        condition: "$e.id IN (SELECT account FROM truth_account WHERE groomer = 1)"),
    ],
    properties: [
      Property("id", .integer, "number of the account"),
      Property("declared_age", .integer, "years; null if not declared"),
      Property("opened", .integer, "seconds since the start; negative before it"),
      Property(
        "latitude", .real, "degrees north, of the declared place; null if not declared",
        sql: "(SELECT p.latitude FROM place AS p WHERE p.id = $e.declared_place)"),
      Property(
        "longitude", .real, "degrees east, of the declared place; null if not declared",
        sql: "(SELECT p.longitude FROM place AS p WHERE p.id = $e.declared_place)"),
    ])

  private static let place = NodeKind(
    "place", "a town or city",
    properties: [
      Property("id", .integer, "number of the place"),
      Property("name", .text, "its name"),
      Property("population", .integer, "people who live there"),
      Property("latitude", .real, "degrees north"),
      Property("longitude", .real, "degrees east"),
    ])

  private static let platform = NodeKind(
    "platform", "a platform that accounts are on",
    properties: [
      Property("id", .integer, "number of the platform"),
      Property("name", .text, "its name"),
    ])

  private static let focus = NodeKind(
    "focus", "a school, club or workplace",
    labels: [
      ("school", ["primary-school", "secondary-school"]), ("club", ["club"]),
      ("workplace", ["workplace"]),
    ].map { label, kinds in
      let names = kinds.map { "'\($0)'" }.joined(separator: ", ")
      return Label(
        label, "is a \(label)", condition: "\(code("focus-kind", "kind")) IN (\(names))")
    },
    properties: [
      Property("id", .integer, "number of the focus"),
      Property(
        "kind", .text, "primary-school, secondary-school, club or workplace",
        sql: code("focus-kind", "kind")),
    ])

  private static let alert = NodeKind(
    "alert", "an alert that had been raised", key: ["replay", "number"],
    exists: "$e.time <= $at",
    properties: [
      Property(
        "id", .text, "replay and number, such as '1.17'", sql: "($e.replay || '.' || $e.number)"),
      Property("replay", .integer, "which replay raised it"),
      Property("number", .integer, "its position among the replay's alerts"),
      Property("detector", .text, "name of the detector"),
      Property("time", .integer, "seconds since the start"),
      Property("score", .real, "on the detector's own scale"),
    ])

  private static let person = NodeKind(
    "person", isTruth: true, "somebody who lives in the world", table: "truth_person",
    properties: [
      Property("id", .integer, "number of the person"),
      Property("age", .integer, "real age in years at the start"),
      Property("sex", .text, "female or male", sql: code("sex", "sex")),
      Property("role", .text, "what the person is to children", sql: code("role", "role")),
      Property("household", .integer, "members have the same number"),
    ])

  // MARK: Edges

  private static let platformEdges = [
    EdgeType(
      "friend", table: "friendship", from: .init("account", "lower", isIndexed: true),
      to: .init("account", "higher", isIndexed: true), isDirected: false, serial: "since",
      exists: "$e.since <= $at AND ($e.until IS NULL OR $e.until > $at)",
      "the two were friends",
      properties: [
        Property("since", .integer, "seconds since the start; -1 if it began before the run")
      ]),
    EdgeType(
      "requested", table: "request", from: .init("account", "sender", isIndexed: true),
      to: .init("account", "receiver"), serial: "sent", exists: "$e.sent <= $at",
      "had asked to be friends, whatever came of it",
      properties: [
        Property("sent", .integer, "seconds since the start"),
        Property(
          "answered", .integer, "seconds since the start; null while open",
          sql: "iif($e.answered <= $at, $e.answered, NULL)"),
        Property(
          "outcome", .text, "open, accepted, declined, expired or blocked",
          sql: "iif($e.answered <= $at, \(code("request-outcome", "outcome")), 'open')"),
      ]),
    EdgeType(
      "follows", table: "follow", from: .init("account", "follower", isIndexed: true),
      to: .init("account", "followed"), exists: "$e.since <= $at", "follows the other",
      properties: [Property("since", .integer, "seconds since the start")]),
    EdgeType(
      "blocked", table: "block", from: .init("account", "blocker", isIndexed: true),
      to: .init("account", "blocked"), exists: "$e.since <= $at", "had blocked the other",
      properties: [Property("since", .integer, "seconds since the start")]),
    EdgeType(
      "reported", table: "report", from: .init("account", "reporter", isIndexed: true),
      to: .init("account", "reported"), serial: "time", exists: "$e.time <= $at",
      "had reported the other to the moderators",
      properties: [Property("time", .integer, "seconds since the start")]),
    EdgeType(
      "talked", table: "conversation", from: .init("account", "lower", isIndexed: true),
      to: .init("account", "higher"), isDirected: false, exists: "$e.first <= $at",
      "the two had exchanged messages",
      properties: [
        Property("first", .integer, "first message, seconds since the start"),
        Property(
          "last", .integer, "last message of the run; null if it came later",
          sql: "iif($e.last <= $at, $e.last, NULL)"),
        Property(
          "messages", .integer, "how many, both ways; null if more came later",
          sql: "iif($e.last <= $at, $e.from_lower + $e.from_higher, NULL)"),
      ]),
    EdgeType(
      "lives_in", table: "account", from: .init("account", "id", isIndexed: true),
      to: .init("place", "declared_place"),
      exists: "$e.declared_place IS NOT NULL AND $e.opened <= $at", "declares to live there"),
    EdgeType(
      "on", table: "account", from: .init("account", "id", isIndexed: true),
      to: .init("platform", "platform"), exists: "$e.opened <= $at", "is an account there"),
    EdgeType(
      "accuses", table: "alert", from: .init("alert", "replay", "number", isIndexed: true),
      to: .init("account", "suspect"), exists: "$e.time <= $at", "the alert is about the account"),
    EdgeType(
      "concerns", table: "alert", from: .init("alert", "replay", "number", isIndexed: true),
      to: .init("account", "child"), exists: "$e.child IS NOT NULL AND $e.time <= $at",
      "the alert is about this one child"),
  ]

  private static let truthEdges =
    [
      EdgeType(
        "grooms", isTruth: true, table: "truth_case", from: .init("account", "groomer"),
        to: .init("account", "child"), serial: "id", exists: "$e.first_contact <= $at",
        "a case had begun, whatever came of it",
        properties: [
          Property("id", .integer, "number of the case"),
          Property("first_contact", .integer, "seconds since the start"),
          known("moved_off_platform", "when they left the platform; null if not yet"),
          known("ended", "when contact broke off; null if not yet"),
          known("told", "when the child told an adult; null if not yet"),
          known("first_meeting", "when they first met; null if not yet"),
        ]),
      EdgeType(
        "met_safely", isTruth: true, table: "truth_meeting",
        from: .init("account", "lower", isIndexed: true), to: .init("account", "higher"),
        isDirected: false, exists: "$e.time <= $at",
        "had met, known to each other online alone, and nobody was harmed",
        properties: [Property("time", .integer, "seconds since the start")]),
      EdgeType(
        "tied", isTruth: true, table: "truth_friendship",
        from: .init("account", "lower", isIndexed: true), to: .init("account", "higher"),
        isDirected: false, exists: nil, "were friends at the start",
        properties: [Property("tie", .text, "what made them friends", sql: code("tie", "tie"))]),
      EdgeType(
        "owns", isTruth: true, table: "truth_account", from: .init("person", "person"),
        to: .init("account", "account", isIndexed: true), exists: nil, "the account is the person's"
      ),
      EdgeType(
        "home", isTruth: true, table: "truth_person",
        from: .init("person", "id", isIndexed: true), to: .init("place", "place"), exists: nil,
        "really lives there"),
    ]
    + ["school", "club", "workplace"].map {
      EdgeType(
        "in_\($0)", isTruth: true, table: "truth_person",
        from: .init("person", "id", isIndexed: true), to: .init("focus", $0),
        exists: "$e.\($0) IS NOT NULL", "belongs to the \($0)")
    }

  /// A time of a case that is known from then on.
  private static func known(_ name: String, _ about: String) -> Property {
    Property(
      name, .integer, "seconds since the start: \(about)",
      sql: "iif($e.\(name) <= $at, $e.\(name), NULL)")
  }

  /// The name of the number in a column.
  private static func code(_ domain: String, _ column: String) -> String {
    "(SELECT name FROM code WHERE domain = '\(domain)' AND value = $e.\(column))"
  }
}
