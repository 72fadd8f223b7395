import Detection
import Population
import Storage
import Vocabulary

/// A question to the graph as a detector: asked at the first event of a new day, about all that
/// happened before its midnight.
///
/// Every row of the answer is an alert at that event; whom the sink heard of lately it leaves out.
/// A question that cannot be answered one night raises nothing from then on, and the run says so.
struct NightlyQuestion: Detector {
  private let leastScore: Double
  private let isInterrupted: @Sendable () -> Bool
  /// The kinds of events that the question depends on, a bit each.
  private let kinds: UInt32
  /// The graph; nothing once the question failed.
  private var graph: LiveGraph?
  private var turn: DayTurn
  /// What happened since the graph was last brought up to date.
  private var pending: [Change] = []
  private(set) var problems: [String] = []

  /// Our choice: enough for a transaction to cost nothing beside them, and a few megabytes.
  private static let mostPending = 100_000

  init(
    _ settings: QuestionSettings, on view: PlatformView,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.isInterrupted = isInterrupted
    turn = DayTurn(every: settings.everyDays)
    leastScore = settings.leastScore
    do throws(QuestionError) {
      let question = try settings.question().get()
      let graph = try LiveGraph(of: LiveGraph.Platform(view), for: question)
      self.graph = graph
      kinds = graph.kinds.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    } catch {
      kinds = 0
      problems = ["\(error)"]
    }
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    guard graph != nil else { return }
    for row in 0..<batch.events.count {
      let time = batch.events.times[row]
      if turn.ended(before: time) != nil {
        ask(time / SimTime.secondsPerDay, at: row, of: batch, &alerts)
      }
      let kind = batch.events.kinds[row]
      guard kinds >> UInt32(kind) & 1 != 0, let kind = EventKind(rawValue: kind) else { continue }
      pending.append(
        Change(
          kind: kind, time: time, actor: batch.events.actors[row],
          target: batch.events.targets[row], count: batch.events.counts[row],
          number: batch.events.number(of: row)))
      if pending.count >= Self.mostPending { catchUp() }
    }
  }

  private mutating func ask(
    _ today: Int32, at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink
  ) {
    guard let graph else { return }
    do throws(QuestionError) {
      let rows = try graph.answer(
        after: pending, at: SimTime(day: Int(today)), isInterrupted: isInterrupted)
      pending.removeAll(keepingCapacity: true)
      for suspicion in rows where suspicion.score >= leastScore {
        alerts.raise(
          suspicion.suspect, child: suspicion.child, at: row, of: batch, score: suspicion.score,
          reasons: suspicion.values.map { Alert.Reason(name: $0.name, value: $0.value, unit: "") })
      }
    } catch {
      giveUp(on: "on the night before day \(today + 1): \(error)")
    }
  }

  private mutating func catchUp() {
    do throws(QuestionError) {
      try graph?.apply(pending)
      pending.removeAll(keepingCapacity: true)
    } catch {
      giveUp(on: "\(error)")
    }
  }

  private mutating func giveUp(on problem: String) {
    problems.append(problem)
    graph = nil
    pending = []
  }
}

extension LiveGraph.Platform {
  /// What a detector's view of the platform says.
  fileprivate init(_ view: PlatformView) {
    let surroundings = view.surroundings
    self.init(
      accounts: view.accounts, friendships: view.friendships,
      places: surroundings.places.map {
        .init(
          name: $0.name, latitude: $0.latitude, longitude: $0.longitude,
          population: $0.population)
      },
      platforms: surroundings.platforms, accountPlatforms: surroundings.accountPlatforms,
      start: surroundings.start)
  }
}
