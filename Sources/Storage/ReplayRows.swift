import GRDB
import Vocabulary

/// One pass of detectors over a run.
public struct ReplayRow: Sendable, Equatable, Codable {
  /// Its number in the file, from 1.
  public var id: Int
  /// The settings of the detectors, as text.
  public var settings: String
  /// The names of the detectors, silent ones too, in the order of reports.
  public var detectors: [String]
  /// How many alerts it raised.
  public var alertCount: Int

  /// Makes a row.
  public init(id: Int, settings: String, detectors: [String], alertCount: Int) {
    self.id = id
    self.settings = settings
    self.detectors = detectors
    self.alertCount = alertCount
  }
}

/// Writes and reads replays.
extension Database {
  /// Adds a replay, in the caller's transaction.
  ///
  /// - Returns: its number.
  func insert(
    replay settings: String, detectors: [String], alerts: [Alert], metrics: [MetricRow]
  ) throws -> Int {
    let trigger = try String.fetchOne(
      self, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    if let trigger {
      throw corruption("the trigger \(trigger), which no run has, would change what is written")
    }
    try execute(sql: "INSERT INTO replay (settings) VALUES (?)", arguments: [settings])
    let replay = Int(lastInsertedRowID)
    for (position, name) in detectors.enumerated() {
      try execute(
        sql: "INSERT INTO replay_detector (replay, position, name) VALUES (?, ?, ?)",
        arguments: [replay, position, name])
    }
    for (number, alert) in alerts.enumerated() {
      try insert(alert, number: number, replay: replay)
    }
    let insertMetric = try cachedStatement(
      sql: """
        INSERT INTO metric (replay, detector, name, unit, value, low, high, count, total)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for metric in metrics {
      try insertMetric.execute(
        arguments: [
          replay, metric.detector, metric.name, metric.unit, metric.value, metric.low,
          metric.high, metric.count, metric.total,
        ])
    }
    try seal(replay: replay)
    return replay
  }

  private func insert(_ alert: Alert, number: Int, replay: Int) throws {
    let insertAlert = try cachedStatement(
      sql: """
        INSERT INTO alert (replay, number, detector, time, cause, suspect, child, score)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insertAlert.execute(
      arguments: [
        replay, number, alert.detector, alert.time.rawValue, alert.cause, alert.suspect.rawValue,
        alert.child?.rawValue, alert.score,
      ])
    let insertReason = try cachedStatement(
      sql: """
        INSERT INTO alert_reason (replay, alert, number, name, value, unit)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    let insertEvent = try cachedStatement(
      sql: """
        INSERT INTO alert_event (replay, alert, reason, number, event) VALUES (?, ?, ?, ?, ?)
        """)
    for (position, reason) in alert.reasons.enumerated() {
      try insertReason.execute(
        arguments: [replay, number, position, reason.name, reason.value, reason.unit])
      for (place, event) in reason.events.enumerated() {
        try insertEvent.execute(arguments: [replay, number, position, place, event])
      }
    }
  }

  func replays() throws -> [ReplayRow] {
    var replays: [ReplayRow] = []
    try visit(
      """
      SELECT id, settings, (SELECT count(*) FROM alert WHERE replay = replay.id)
      FROM replay ORDER BY id
      """
    ) { row in
      replays.append(
        ReplayRow(
          id: try row.value(0), settings: row.text(1), detectors: [],
          alertCount: try row.value(2)))
    }
    for index in replays.indices {
      try visit(
        "SELECT name FROM replay_detector WHERE replay = ? ORDER BY position",
        from: replays[index].id
      ) { row in replays[index].detectors.append(row.text(0)) }
    }
    return replays
  }

  func alerts(replay: Int, of run: StoredRun) throws -> [Alert] {
    var alerts: [Alert] = []
    try visit(
      """
      SELECT detector, time, cause, suspect, child, score
      FROM alert WHERE replay = ? ORDER BY number
      """, from: replay
    ) { row in
      alerts.append(
        Alert(
          detector: row.text(0), time: try row.time(1, of: run), cause: try row.value(2),
          suspect: try row.account(3, of: run), child: try row.optionalAccount(4, of: run),
          score: row.number(5),
          reasons: []))
    }
    try visit(
      "SELECT alert, name, value, unit FROM alert_reason WHERE replay = ? ORDER BY alert, number",
      from: replay
    ) { row in
      let alert: Int = try row.position(0, below: alerts.count)
      alerts[alert].reasons.append(
        Alert.Reason(name: row.text(1), value: row.number(2), unit: row.text(3)))
    }
    try visit(
      """
      SELECT alert, reason, event FROM alert_event
      WHERE replay = ? ORDER BY alert, reason, number
      """, from: replay
    ) { row in
      let alert: Int = try row.position(0, below: alerts.count)
      let reason: Int = try row.position(1, below: alerts[alert].reasons.count)
      alerts[alert].reasons[reason].events.append(try row.value(2))
    }
    return alerts
  }

  func metrics(replay: Int) throws -> [MetricRow] {
    var metrics: [MetricRow] = []
    try visit(
      """
      SELECT detector, name, unit, value, low, high, count, total
      FROM metric WHERE replay = ? ORDER BY detector, name
      """, from: replay
    ) { row in
      func number(_ column: Int32) -> Double? { row.isNull(column) ? nil : row.number(column) }
      metrics.append(
        MetricRow(
          detector: row.text(0), name: row.text(1), unit: row.text(2), value: number(3),
          low: number(4), high: number(5), count: try row.optional(6),
          total: try row.optional(7)))
    }
    return metrics
  }
}
