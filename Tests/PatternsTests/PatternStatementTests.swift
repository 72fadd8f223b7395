import Testing
import Vocabulary

@testable import Patterns

@Suite("Statements of patterns")
struct PatternStatementTests {
  private func sql(_ query: String) throws -> String {
    try PatternQuery(query).statement(asOf: SimTime(rawValue: 100)).sql
  }

  @Test("a query is one SELECT, with its time and its values bound")
  func select() throws {
    let statement = try PatternQuery(
      """
      MATCH (a:adult)-[r:requested]->(c:child)
      WHERE mutual_friends(a, c) = 0 AND distance_km(a, c) > 50
      RETURN a, count(*) AS n ORDER BY n DESC LIMIT 10
      """
    ).statement(asOf: SimTime(rawValue: 100))
    #expect(
      statement.sql == """
        SELECT a.id AS "a",
          count(*) AS "n"
        FROM account AS a
          JOIN request AS r ON a.id = r.sender AND r.sent <= ?1
          JOIN account AS c ON c.id = r.receiver AND c.opened <= ?1 AND c.declared_age < 18
        WHERE a.opened <= ?1
          AND a.declared_age >= 18
          AND mutual_friends(a.id, c.id, ?1) = ?2
          AND distance_km(a.id, c.id) > ?3
        GROUP BY 1
        ORDER BY 2 DESC
        LIMIT ?4
        """)
    #expect(statement.bindings == [.integer(100), .integer(0), .integer(50), .integer(10)])
    #expect(
      statement.columns == [
        .init(name: "a", type: .node("account")), .init(name: "n", type: .integer),
      ])
  }

  @Test("a node of which only the id is read costs no table")
  func lean() throws {
    #expect(
      try sql("MATCH (a)-[r:follows]->(b)-[:follows]->(c) RETURN a, c") == """
        SELECT r.follower AS "a",
          e1.followed AS "c"
        FROM follow AS r
          JOIN follow AS e1 ON r.followed = e1.follower AND e1.since <= ?1
        WHERE r.since <= ?1
          AND (r.follower, r.followed) <> (e1.follower, e1.followed)
        """)
  }

  @Test("a path of many edges is a recursive table that begins at what is known of its end")
  func walk() throws {
    #expect(
      try sql("MATCH (a:account)-[:follows*1..2]->(b:account {id: 7}) RETURN a") == """
        WITH RECURSIVE "path" (start, finish, length, edges) AS (
          SELECT DISTINCT b.id, b.id, 0, ''
            FROM account AS b
            WHERE b.opened <= ?1
              AND b.id = ?2
          UNION ALL SELECT w.start, e.follower, w.length + 1, ',' || json_object('type', 'follows', \
        'from', e.follower, 'to', e.followed) || w.edges
            FROM "path" AS w JOIN follow AS e ON e.followed = w.finish AND w.length < 2 AND \
        e.since <= ?1 AND instr(w.edges, json_object('type', 'follows', 'from', e.follower, 'to', \
        e.followed)) = 0
        )
        SELECT w1.finish AS "a"
        FROM account AS b
          JOIN "path" AS w1 ON b.id = w1.start AND w1.length >= 1
        WHERE b.opened <= ?1
          AND b.id = ?2
        """)
  }

  @Test("what exists is looked up along the keys of tables, and else gathered once")
  func exists() throws {
    let along = try sql("MATCH (a:account) WHERE EXISTS { (a)-[:requested]->() } RETURN a")
    #expect(along.contains("EXISTS (SELECT 1 FROM request AS e1"))
    let against = try sql("MATCH (a:account) WHERE EXISTS { (a)<-[:requested]-() } RETURN a")
    #expect(against.contains("a.id IN (SELECT e1.receiver FROM request AS e1"))
  }

  @Test("a null is sorted as openCypher has it, and said only where there can be one")
  func nulls() throws {
    let sql = try sql(
      "MATCH (a:account) RETURN a.declared_age AS age, count(*) AS n ORDER BY age DESC, n")
    #expect(sql.hasSuffix("ORDER BY 1 DESC NULLS FIRST, 2"))
  }
}
