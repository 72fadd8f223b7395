import Vocabulary

extension QueryTable {
  /// The stream, out of its chunks.
  static let events = QueryTable(
    name: "events", arguments: ["from", "to", "account", "kind"], requiredCount: 0,
    columns: ["number", "time", "kind", "actor", "target", "serial", "cues", "count"],
    summary: "what happened from a time until before another; NULL for any",
    order: Order(number: 0, time: 1), expectedRows: { Double($0) }
  ) { arguments, times, state in
    let kind = try arguments.text(3, expected: "the name of a kind of event, such as 'request'")
    if let kind, !EventKind.allCases.contains(where: { $0.name == kind }) {
      throw arguments.fault(
        3, expected: "one of " + EventKind.allCases.map(\.name).joined(separator: ", "))
    }
    var lower = Int64(times.lowerBound)
    var upper = Int64(times.upperBound) + 1
    if let from = try arguments.bound(0) { lower = max(lower, from) }
    if let to = try arguments.bound(1) { upper = min(upper, to) }
    return try EventRows(
      of: EventKind.allCases.first { $0.name == kind },
      account: arguments.account(2, state).map { UInt32($0) },
      times: lower..<max(lower, upper), in: state)
  }
}

/// The events of a file that are asked for, read a chunk at a time.
private final class EventRows: TableRows {
  private let state: QueryState
  private let kind: UInt8?
  private let account: UInt32?
  private let times: Range<Int64>
  /// The chunks that may hold such events, and which of them comes next.
  private let chunks: [ChunkSpan]
  private var nextChunk = 0
  private var columns = EventColumns.empty
  private var firstNumber = 0
  /// The rows of the chunk at hand that are left.
  private var rows = 0..<0
  private var isOver = false

  override var isAtEnd: Bool { isOver }

  /// The event's number in the stream.
  override var number: Int {
    let row = rows.lowerBound
    return firstNumber + (columns.numbers.isEmpty ? row : Int(columns.numbers[row]))
  }

  init(
    of kind: EventKind?, account: UInt32?, times: Range<Int64>, in state: QueryState
  ) throws {
    self.state = state
    self.kind = kind?.rawValue
    self.account = account
    self.times = times
    chunks = try state.chunks().filter {
      Int64($0.lastTime) >= times.lowerBound && Int64($0.firstTime) < times.upperBound
    }
    super.init()
    state.noteMissingEvents(of: kind)
    try settle()
  }

  override func advance() throws {
    rows = rows.lowerBound + 1..<rows.upperBound
    try settle()
  }

  /// Moves on to the first row, from the one at hand, that is asked for.
  private func settle() throws {
    while true {
      for row in rows where matches(row) {
        rows = row..<rows.upperBound
        return
      }
      guard nextChunk < chunks.count else {
        isOver = true
        return
      }
      try load(chunks[nextChunk])
      nextChunk += 1
    }
  }

  private func matches(_ row: Int) -> Bool {
    if let kind, columns.kinds[row] != kind { return false }
    if let account, columns.actors[row] != account, columns.targets[row] != account { return false }
    return true
  }

  private func load(_ chunk: ChunkSpan) throws {
    firstNumber = chunk.firstNumber
    // Taken out for the time, so that every other access to the property is over at once.
    var columns = EventColumns.empty
    swap(&columns, &self.columns)
    try state.read(chunk, into: &columns)
    let lower = columns.times.partitioningIndex { Int64($0) >= times.lowerBound }
    let upper = columns.times.partitioningIndex { Int64($0) >= times.upperBound }
    rows = lower..<max(lower, upper)
    swap(&columns, &self.columns)
  }

  override func give(_ column: Int, as result: QueryResult) {
    let row = rows.lowerBound
    switch column {
    case 0: result.give(number)
    case 1: result.give(Int(columns.times[row]))
    case 2: result.give(Self.kindNames[Int(columns.kinds[row])])
    case 3: result.give(Int(columns.actors[row]))
    case 4:
      let target = columns.targets[row]
      if target != AccountID.none.rawValue { result.give(Int(target)) }
    case 5:
      let kind = columns.kinds[row]
      if kind == EventKind.post.rawValue || kind == EventKind.view.rawValue {
        result.give(Int(columns.details[row]))
      }
    case 6:
      guard columns.kinds[row] == EventKind.message.rawValue else { return }
      result.give(Self.cueNames(columns.details[row]))
    default: result.give(Int(columns.counts[row]))
    }
  }

  /// The name of each kind, by its raw value.
  private static let kindNames = (0...UInt8.max).map {
    LastingText(EventKind(rawValue: $0)?.name ?? "")
  }

  /// The names of the cues in each set, by the set's bits.
  private static let cueNames = (0..<1 << Cue.allCases.count).map {
    LastingText(CueSet(rawValue: UInt16($0)).cues.map(\.rawValue).joined(separator: ", "))
  }

  /// The names of the cues in a set; unknown bits have none.
  private static func cueNames(_ bits: UInt16) -> LastingText {
    cueNames[Int(bits) & (cueNames.count - 1)]
  }
}

/// Where a chunk lies in the stream.
struct ChunkSpan {
  /// The number of its first event.
  var firstNumber: Int
  /// When its first event happened.
  var firstTime: Int32
  /// When its last event happened.
  var lastTime: Int32
}

extension Array {
  /// The first position whose value, and every later one, is beyond a line; the end if none is.
  fileprivate func partitioningIndex(where isBeyond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
