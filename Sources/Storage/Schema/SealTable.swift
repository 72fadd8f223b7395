/// What was written, so that what is damaged can be told from it.
extension Table {
  static let seal = Table(
    "seal", "A checksum of some rows of a table as they were written.", isKeyed: true,
    """
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40), -- of the table
      block INTEGER NOT NULL CHECK (block >= 0), -- position among the blocks of the table's rows
      rows INTEGER NOT NULL CHECK (rows >= 1), -- rows of the block, in the order of their keys
      checksum INTEGER NOT NULL, -- XXH64 of their cells
      PRIMARY KEY (name, block)
    """)

  /// What a seal is made of: all columns, but for one that changes after the seal.
  var sealedColumns: String {
    name != Self.run.name
      ? "*"
      : """
      tocsin_version, scenario_name, scenario_yaml, seed, start_date, days, end_time, accounts,
      recording, events, held, digest
      """
  }

  /// How many rows a seal covers: those of the stream are large.
  var rowsPerSeal: Int { name == Self.eventChunk.name ? 1 : Self.rowsPerSeal }

  /// How many rows a seal covers where they are small.
  static let rowsPerSeal = 4_096

  /// The column that says which replay a row belongs to, if rows are those of replays.
  ///
  /// Keys of such tables begin with it, so that the rows of a new replay follow all others.
  var replayColumn: String? {
    guard Self.ofReplays.contains(where: { $0.name == name }) else { return nil }
    return name == Self.replay.name ? "id" : "replay"
  }

  /// The tables whose rows are sealed: all others.
  static let sealed = all.filter { $0.name != seal.name }

  /// The tables whose rows are sealed when a run is complete.
  static let ofRuns = sealed.filter { $0.replayColumn == nil }

  /// The tables that a replay adds rows to.
  static let ofReplays = [replay, replayDetector, alert, alertReason, alertEvent, metric]
}
