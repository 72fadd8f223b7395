public import Vocabulary

/// What of a file's graph is written out for other programs.
public struct GraphParts: Sendable {
  /// The kinds of edges.
  public var edges: [EdgeKind]
  /// The moment as of which the graph is seen; nothing for all that ever was.
  public var moment: SimTime?
  /// Whether what no platform knows of accounts and friendships is written too.
  public var withTruth: Bool

  /// Names what is written out.
  public init(edges: [EdgeKind], moment: SimTime? = nil, withTruth: Bool = false) {
    self.edges = edges
    self.moment = moment
    self.withTruth = withTruth
  }

  /// A kind of edge.
  public enum EdgeKind: String, CaseIterable, Sendable {
    /// Friends; as an edge from the lower id to the higher, though it has no direction.
    case friendship
    /// A friend request, from when it was sent until it was answered.
    case request
    /// One follows another.
    case follow
    /// One blocks another.
    case block
    /// One reported another.
    case report
  }
}

/// A column of what is written out.
struct GraphColumn {
  /// Its name.
  var name: String
  /// What it holds.
  var type: Kind
  /// The expression in SQL that it is read with.
  var sql: String

  /// What a column holds.
  enum Kind {
    case text, integer, real
  }

  init(_ name: String, _ type: Kind, _ sql: String? = nil) {
    self.name = name
    self.type = type
    self.sql = sql ?? name
  }

  /// A cell of a row, which is empty where it is nil.
  func cell(_ row: RowReader, _ position: Int32) throws -> String? {
    if row.isNull(position) { return nil }
    return switch type {
    case .text: row.text(position)
    case .integer: "\(try row.value(position, as: Int64.self))"
    case .real: "\(row.number(position))"
    }
  }
}

extension GraphParts {
  /// What there is to say of an account.
  var nodeColumns: [GraphColumn] {
    let declared = [
      GraphColumn("platform", .text), GraphColumn("declared_age", .integer),
      GraphColumn("age_group", .text), GraphColumn("declared_place", .text),
      GraphColumn("latitude", .real), GraphColumn("longitude", .real),
      GraphColumn("opened", .integer),
    ]
    return withTruth ? declared + Self.ownerColumns : declared
  }

  /// The accounts in SQL: id, then `nodeColumns`.
  var nodeSQL: String {
    let columns = nodeColumns.map(\.sql).joined(separator: ", ")
    let truth = withTruth ? " JOIN (\(Self.owners)) AS t ON t.account = id" : ""
    return "SELECT id, \(columns) FROM account_view\(truth) ORDER BY id"
  }

  /// What there is to say of an edge beside its ends and kind.
  var edgeColumns: [GraphColumn] {
    let known = [
      GraphColumn("since", .integer), GraphColumn("until", .integer), GraphColumn("outcome", .text),
    ]
    return withTruth ? known + [GraphColumn("truth_tie", .text)] : known
  }

  /// The edges of a kind in SQL: both ends, then `edgeColumns`.
  func edgeSQL(_ kind: EdgeKind) -> String {
    let noTie = withTruth ? ", NULL" : ""
    let at = moment.map { "\($0.rawValue)" }
    /// What holds only of edges that had begun by then.
    func begun(_ since: String) -> String { at.map { " WHERE \(since) <= \($0)" } ?? "" }
    /// Edges that begin and do not end.
    func lasting(_ ends: String, _ since: String, of table: String) -> String {
      "SELECT \(ends), \(since), NULL, NULL\(noTie) FROM \(table)" + begun(since)
    }
    switch kind {
    case .friendship:
      let until = at == nil ? "until" : "NULL"
      let standing = at.map { " AND (until IS NULL OR until > \($0))" } ?? ""
      let tie =
        """
        , (SELECT f.tie FROM truth_friendship_view AS f
          WHERE f.lower = friendship.lower AND f.higher = friendship.higher AND since < 0)
        """
      return "SELECT lower, higher, since, \(until), NULL\(withTruth ? tie : "") FROM friendship"
        + begun("since") + standing
    case .request:
      let isKnown = at.map { "answered <= \($0)" } ?? "answered IS NOT NULL"
      return """
        SELECT sender, receiver, sent, iif(\(isKnown), answered, NULL),
          iif(\(isKnown), \(View.code("request-outcome", "outcome")), 'open')\(noTie)
        FROM request\(begun("sent"))
        """
    case .follow: return lasting("follower, followed", "since", of: "follow")
    case .block: return lasting("blocker, blocked", "since", of: "block")
    case .report: return lasting("reporter, reported", "time", of: "report")
    }
  }
}
