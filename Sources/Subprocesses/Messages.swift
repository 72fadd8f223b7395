import Detection
import Graphs
import Settings
import Vocabulary

/// What a program is sent: what a platform knows, in lines of bounded length.
///
/// Documentation/Protocol.md describes every line; a change here that is more than a new key needs a
/// new `Readiness.version`.
enum Messages {
  /// Accounts or friendships in a line.
  private static let perLine = 10_000
  /// Degrees with five decimals are about a metre.
  private static let degreeDecimals = 5
  /// Kilometres with three decimals are metres.
  private static let kilometreDecimals = 3

  /// The facts of the run, and what the numbers in columns mean.
  static func hello(_ facts: RunFacts, to line: inout LineWriter) {
    line.raw("{\"tocsin\": \(Readiness.version), \"start\": ")
    line.text(facts.start.description)
    line.raw(", \"days\": \(facts.days), \"kinds\": ")
    line.names(EventKind.allCases.map { ($0.name, Int($0.rawValue)) })
    line.raw(", \"cues\": ")
    line.names(Cue.allCases.map { ($0.rawValue, Int(CueSet($0).rawValue)) })
    line.raw(", \"facts\": ")
    line.names(namedFacts.map { ($0.name, Int($0.fact.rawValue)) })
    line.raw("}\n")
  }

  /// What accounts say of themselves, from one on: as many as a line takes.
  ///
  /// - Returns: the first account of the next line.
  static func accounts(_ accounts: DeclaredAccounts, from first: Int, to line: inout LineWriter)
    -> Int
  {
    let count = min(perLine, accounts.count - first)
    line.raw("{\"accounts\": {\"first\": \(first), \"of\": \(accounts.count), \"age\": ")
    line.numbers(count: count) {
      let age = accounts.ages[first + $0]
      return age == DeclaredAccounts.unknownAge ? nil : Int(age)
    }
    line.raw(", \"place\": ")
    line.numbers(count: count) {
      let place = accounts.places[first + $0]
      return place < 0 ? nil : Int(place)
    }
    line.raw(", \"latitude\": ")
    line.decimals(degreeDecimals, count: count) { accounts.latitudes[first + $0] }
    line.raw(", \"longitude\": ")
    line.decimals(degreeDecimals, count: count) { accounts.longitudes[first + $0] }
    line.raw(", \"opened\": ")
    line.numbers(count: count) { Int(accounts.opened[first + $0]) }
    line.raw("}}\n")
    return first + count
  }

  /// The friendships of the start, as lines: each once, the lower account first.
  struct Friendships {
    private let graph: Adjacency
    private var vertex = 0
    private var place = 0

    init(_ graph: Adjacency) { self.graph = graph }

    /// Writes the next line.
    ///
    /// - Returns: whether there was one.
    mutating func next(to line: inout LineWriter) -> Bool {
      var (lower, higher): ([UInt32], [UInt32]) = ([], [])
      while lower.count < perLine, vertex < graph.vertexCount {
        while place < graph.offsets[vertex + 1], lower.count < perLine {
          if graph.neighbours[place] > vertex {
            lower.append(UInt32(vertex))
            higher.append(graph.neighbours[place])
          }
          place += 1
        }
        if place == graph.offsets[vertex + 1] { vertex += 1 }
      }
      guard !lower.isEmpty else { return false }
      line.raw("{\"friendships\": {\"a\": ")
      line.numbers(count: lower.count) { Int(lower[$0]) }
      line.raw(", \"b\": ")
      line.numbers(count: lower.count) { Int(higher[$0]) }
      line.raw("}}\n")
      return true
    }
  }

  /// Events of a batch, in the columns that were asked for.
  static func events(
    _ batch: borrowing EventBatch, rows: [Int], columns: Set<EventColumn>,
    to line: inout LineWriter
  ) {
    line.raw("{\"events\": {")
    var separator = ""
    for column in EventColumn.allCases where columns.contains(column) {
      line.raw("\(separator)\"\(column.rawValue)\": ")
      separator = ", "
      write(column, of: batch, rows: rows, to: &line)
    }
    line.raw("}}\n")
  }

  /// There are no more events.
  static func end(to line: inout LineWriter) { line.raw("{\"end\": true}\n") }

  private static func write(
    _ column: EventColumn, of batch: borrowing EventBatch, rows: [Int], to line: inout LineWriter
  ) {
    // Columns of their own: a closure cannot hold what is only borrowed.
    let (events, features) = (batch.events, batch.features)
    switch column {
    case .number: line.numbers(count: rows.count) { events.number(of: rows[$0]) }
    case .time: line.numbers(count: rows.count) { Int(events.times[rows[$0]]) }
    case .kind: line.numbers(count: rows.count) { Int(events.kinds[rows[$0]]) }
    case .actor: line.numbers(count: rows.count) { Int(events.actors[rows[$0]]) }
    case .target:
      line.numbers(count: rows.count) {
        let target = events.targets[rows[$0]]
        return target == AccountID.none.rawValue ? nil : Int(target)
      }
    case .detail: line.numbers(count: rows.count) { Int(events.details[rows[$0]]) }
    case .count: line.numbers(count: rows.count) { Int(events.counts[rows[$0]]) }
    case .mutualFriends:
      line.numbers(count: rows.count) {
        let mutual = features.mutualFriends[rows[$0]]
        return mutual < 0 ? nil : Int(mutual)
      }
    case .distance:
      line.decimals(kilometreDecimals, count: rows.count) {
        features.distancesKilometres[rows[$0]]
      }
    case .facts: line.numbers(count: rows.count) { Int(features.facts[rows[$0]].rawValue) }
    }
  }

  /// The facts about the two accounts of an event, by name.
  static let namedFacts: [(name: String, fact: EventFeatures.Facts)] = [
    ("actor-is-minor", .actorIsMinor), ("actor-is-adult", .actorIsAdult),
    ("target-is-minor", .targetIsMinor), ("target-is-adult", .targetIsAdult),
    ("are-friends", .areFriends),
  ]
}

extension LineWriter {
  /// Writes an object of names and numbers.
  fileprivate mutating func names(_ names: [(name: String, number: Int)]) {
    raw("{")
    for (index, (name, number)) in names.enumerated() {
      if index > 0 { raw(", ") }
      text(name)
      raw(": \(number)")
    }
    raw("}")
  }
}
