import GRDB
import Vocabulary

/// Writes and reads how easily groomers are told apart.
extension Database {
  /// The columns of a row, in its order.
  private static let hardnessColumns = """
    profile, measure, against, feature, tried, groomers, innocents, auc, standard_error, chance
    """

  func insert(hardness rows: [SeparationRow]) throws {
    let insert = try cachedStatement(
      sql: """
        INSERT INTO truth_hardness (id, \(Self.hardnessColumns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (id, row) in rows.enumerated() {
      try insert.execute(
        arguments: [
          id, row.profile, row.measure, row.against, row.feature, row.tried, row.groomers,
          row.innocents, row.auc, row.standardError, row.chance,
        ])
    }
  }

  func hardness() throws -> [SeparationRow] {
    var rows: [SeparationRow] = []
    try visit("SELECT \(Self.hardnessColumns) FROM truth_hardness ORDER BY id") { row in
      func number(_ column: Int32) -> Double? { row.isNull(column) ? nil : row.number(column) }
      rows.append(
        SeparationRow(
          profile: row.text(0), measure: row.text(1), against: row.text(2), feature: row.text(3),
          tried: try row.value(4), groomers: try row.value(5), innocents: try row.value(6),
          auc: number(7), standardError: number(8), chance: number(9)))
    }
    // Every run has rows, be it of no groomers.
    guard !rows.isEmpty else { throw corruption("no row says how easily groomers are told apart") }
    return rows
  }
}
