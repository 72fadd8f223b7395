import Lines
import Vocabulary

/// What a program answers to a batch of events: its alerts.
struct Answer: Equatable {
  var alerts: [Claim] = []

  /// An alert before the engine has stamped it.
  struct Claim: Equatable {
    var suspect: AccountID
    var child: AccountID?
    var score: Double
    /// The position of its cause among the events of the batch; the last if nothing is said.
    var row: Int
    var reasons: [Alert.Reason] = []
  }

  /// What an answer is held to.
  struct Bounds {
    /// How many accounts there are.
    var accounts: Int
    /// How many events the batch had.
    var rows: Int
    /// The numbers of all events that were sent so far.
    var sent: NumberSet
    /// How many alerts are too many.
    var alerts: Int
  }

  /// Says nothing.
  init() {}

  /// Reads a line.
  init(_ value: ReceivedValue, _ bounds: Bounds) throws(Fields.Refused) {
    let fields = try Fields(value, at: "answer", keys: ["alerts"])
    guard let list = try fields.list("alerts") else {
      throw fields.refusal("alerts", expected: "a list, which may be empty")
    }
    guard list.count <= bounds.alerts else {
      throw Fields.Refused(
        reason: "alerts: found \(list.count), expected at most \(bounds.alerts) for a batch")
    }
    for (index, value) in list.enumerated() {
      alerts.append(try Claim(value, at: "alerts[\(index)]", bounds))
    }
  }
}

extension Answer.Claim {
  fileprivate init(
    _ value: ReceivedValue, at path: String, _ bounds: Answer.Bounds
  ) throws(Fields.Refused) {
    let fields = try Fields(value, at: path, keys: ["suspect", "child", "score", "row", "reasons"])
    let account = "the number of an account, from 0 to \(bounds.accounts - 1)"
    let accounts = 0..<bounds.accounts
    guard let suspect = try fields.whole("suspect", in: accounts, expected: account) else {
      throw fields.refusal("suspect", expected: account)
    }
    self.suspect = AccountID(suspect)
    child = try fields.whole("child", in: accounts, expected: account).map { AccountID($0) }
    let sure = "a number from 0, higher where the program is surer"
    guard let score = try fields.number("score", expected: sure, where: { $0 >= 0 }) else {
      throw fields.refusal("score", expected: sure)
    }
    self.score = score
    row =
      try fields.whole(
        "row", in: 0..<bounds.rows,
        expected: "the position of an event in the batch, from 0 to \(bounds.rows - 1)")
      ?? bounds.rows - 1
    for (index, value) in (try fields.list("reasons") ?? []).enumerated() {
      reasons.append(try Alert.Reason(value, at: "\(path).reasons[\(index)]", bounds))
    }
  }
}

extension Alert.Reason {
  fileprivate init(
    _ value: ReceivedValue, at path: String, _ bounds: Answer.Bounds
  ) throws(Fields.Refused) {
    let fields = try Fields(value, at: path, keys: ["name", "value", "unit", "events"])
    guard let name = try fields.text("name"), (1...60).contains(name.count) else {
      throw fields.refusal("name", expected: "1 to 60 characters")
    }
    guard let value = try fields.number("value", expected: "a number", where: { _ in true }) else {
      throw fields.refusal("value", expected: "a number")
    }
    let unit = try fields.text("unit") ?? ""
    guard unit.count <= 60 else { throw fields.refusal("unit", expected: "at most 60 characters") }
    var events: [Int] = []
    for event in try fields.list("events") ?? [] {
      guard case .number(let number) = event, let whole = Int(exactly: number),
        bounds.sent.contains(whole)
      else {
        throw Fields.Refused(
          reason: "\(fields.name(of: "events")): found \(event.words), expected numbers of events "
            + "that were sent")
      }
      events.append(whole)
    }
    guard events.count <= 1_000 else {
      throw Fields.Refused(
        reason: "\(fields.name(of: "events")): found \(events.count), expected at most 1000")
    }
    self.init(name: name, value: value, unit: unit, events: events)
  }
}
