/// What was measured, in the order of a run.
struct Results {
  /// How many accounts the world has.
  let accounts: Int
  /// How many events the run has.
  let events: Int
  /// The size of the results file with all its tables.
  var fileBytes = 0
  /// One row per stage and unit.
  private(set) var rows: [Row] = []

  /// How fast a stage is, by one unit of what it handles.
  struct Row {
    /// What is done.
    let stage: String
    /// What is counted.
    let unit: String
    /// How many there are in the run.
    let count: Int
    /// Seconds for all of them: on 1 thread, then on 2 if the stage can use them.
    let seconds: [Double]

    /// How many a second, for each number of threads.
    var rates: [Double] { seconds.map { Double(count) / $0 } }
  }

  init(accounts: Int, events: Int) {
    self.accounts = accounts
    self.events = events
  }

  /// Adds a stage.
  mutating func add(_ stage: String, _ unit: String, _ count: Int, _ seconds: [Double]) {
    rows.append(Row(stage: stage, unit: unit, count: count, seconds: seconds))
  }
}
