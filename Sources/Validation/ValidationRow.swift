import Settings

/// One row of the validation table: a published fact, and how a world is held against it.
///
/// A new row is a new file under `Rows/` and one line in `RowCatalogue`. It states its id, its
/// title, where the published figures come from, and how a world, or what happens in it, is measured.
public struct ValidationRow: Sendable {
  /// The id, such as `V1`: that of the calibration's table of targets.
  public var id: String
  /// What the row is about, in a few words.
  public var title: String
  /// Where the published figures come from, and how far they were verified.
  let source: Source
  /// The source in at most 12 columns, for tables.
  public var citation: String
  private let subject: Subject

  /// What a row is about, and how that is measured: at least one figure.
  private enum Subject: Sendable {
    /// People, accounts and friendships.
    case world(@Sendable (ValidationSample) -> [Figure])
    /// What people do.
    case activity(@Sendable (ActivitySample) -> [Figure])
  }

  /// Makes a row on a world.
  init(
    id: String, title: String, source: Source, citation: String,
    measure: @escaping @Sendable (ValidationSample) -> [Figure]
  ) {
    self.init(id, title, source, citation, .world(measure))
  }

  /// Makes a row on what people do in a world.
  static func onActivity(
    id: String, title: String, source: Source, citation: String,
    measure: @escaping @Sendable (ActivitySample) -> [Figure]
  ) -> ValidationRow {
    ValidationRow(id, title, source, citation, .activity(measure))
  }

  private init(
    _ id: String, _ title: String, _ source: Source, _ citation: String, _ subject: Subject
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.citation = citation
    self.subject = subject
  }

  /// Whether the row is on what people do, for which days have to be simulated.
  public var isOnActivity: Bool {
    if case .activity = subject { true } else { false }
  }

  /// Measures a world.
  ///
  /// - Precondition: the row is not on activity.
  func measure(_ sample: ValidationSample) -> [Figure] {
    guard case .world(let measure) = subject else {
      preconditionFailure("\(id) is measured of what people do")
    }
    return measure(sample)
  }

  /// Measures what people do.
  ///
  /// - Precondition: the row is on activity.
  func measure(_ activity: ActivitySample) -> [Figure] {
    guard case .activity(let measure) = subject else {
      preconditionFailure("\(id) is measured of a world")
    }
    return measure(activity)
  }

  /// Where the published figures come from, with the mark of how far they were verified.
  public var sourceWords: String { source.description }

  /// Whether the published figure is too weak to rest a claim on: recalled with low confidence,
  /// assumed, or a range to sweep.
  public var isWeak: Bool {
    switch source {
    case .published(_, let mark): mark == .memoryLow
    case .assumption, .sweep, .scaling: true
    }
  }
}

/// What a row found in a world.
public struct RowFinding: Sendable {
  /// The row.
  public var row: ValidationRow
  /// What was measured, at least one figure.
  public var figures: [Figure]

  /// Measures a row on a world.
  ///
  /// - Precondition: the row is not on activity.
  public init(_ row: ValidationRow, of sample: ValidationSample) {
    self.init(row, figures: row.measure(sample))
  }

  /// Measures a row on activity.
  ///
  /// - Precondition: the row is on activity.
  public init(_ row: ValidationRow, of activity: ActivitySample) {
    self.init(row, figures: row.measure(activity))
  }

  /// Makes a finding of its parts.
  ///
  /// - Precondition: there is a figure.
  public init(_ row: ValidationRow, figures: [Figure]) {
    precondition(!figures.isEmpty, "\(row.id) has no figure")
    self.row = row
    self.figures = figures
  }

  /// A row fails if a figure does, and passes if any other can tell.
  public var verdict: Verdict {
    let verdicts = Set(figures.map(\.verdict))
    return [.fail, .pass, .unsure].first(where: verdicts.contains) ?? .notShown
  }
}
