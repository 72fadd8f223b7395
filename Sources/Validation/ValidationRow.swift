import Settings

/// One row of the validation table: a published fact, and how a world is held against it.
///
/// A new row is a new file under `Rows/` and one line in `RowCatalogue`. It states its id, its
/// title, where the published figures come from, and how a sample is measured.
public struct ValidationRow: Sendable {
  /// The id, such as `V1`: that of the calibration's table of targets.
  public var id: String
  /// What the row is about, in a few words.
  public var title: String
  /// Where the published figures come from, and how far they were verified.
  let source: Source
  /// The source in at most 12 columns, for tables.
  public var citation: String
  /// Measures a world: at least one figure.
  let measure: @Sendable (ValidationSample) -> [Figure]

  /// Where the published figures come from, with the mark of how far they were verified.
  public var sourceWords: String { source.description }

  /// Whether the published figure is too weak to rest a claim on: recalled with low confidence,
  /// assumed, or a range to sweep.
  public var isWeak: Bool {
    switch source {
    case .published(_, let mark): mark == .memoryLow
    case .assumption, .sweep: true
    }
  }
}

/// What a row found in a world.
public struct RowFinding: Sendable {
  /// The row.
  public var row: ValidationRow
  /// What was measured, at least one figure.
  public var figures: [Figure]

  /// Measures a row.
  public init(_ row: ValidationRow, of sample: ValidationSample) {
    self.init(row, figures: row.measure(sample))
  }

  /// Makes a finding of its parts.
  ///
  /// - Precondition: there is a figure.
  public init(_ row: ValidationRow, figures: [Figure]) {
    precondition(!figures.isEmpty, "\(row.id) has no figure")
    self.row = row
    self.figures = figures
  }

  /// A row passes if every figure that can be shown does, and is shown if any figure is.
  public var verdict: Verdict {
    let verdicts = figures.map(\.verdict)
    if verdicts.contains(.fail) { return .fail }
    return verdicts.contains(.pass) ? .pass : .notShown
  }
}
