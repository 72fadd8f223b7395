import Activity
import Population
import Vocabulary

@testable import Validation

/// What `ActivitySample` gathers in one pass, asked of the whole log again and again.
struct SlowPass {
  let world: World
  let log: EventLog
  let days: Int
  let answerDays: Double

  private var rows: [Event] { (0..<log.count).map { log[$0] } }

  /// Requests that are counted, and those of them accepted, by sender.
  func requests() -> [RequestTally] {
    var tallies = [RequestTally](repeating: RequestTally(), count: world.accountCount)
    let last = SimTime(day: days).advanced(byDays: -answerDays)
    let events = rows.filter { (5...8).contains($0.kind.rawValue) || $0.kind == .block }
    for (index, request) in events.enumerated()
    where request.kind == .request && request.time <= last {
      tallies[request.actor.index].sent += 1
      let answer = events[(index + 1)...].first {
        ($0.kind != .request && $0.actor == request.target && $0.target == request.actor)
          || ($0.kind == .block && $0.actor == request.actor && $0.target == request.target)
      }
      if answer?.kind == .acceptance { tallies[request.actor.index].accepted += 1 }
    }
    return tallies
  }

  /// Days on which an account does anything, and what it writes.
  func talk(of account: Int) -> (messages: Int, days: Int) {
    let own = rows.filter { $0.actor.index == account && $0.kind != .expiry }
    return (
      own.filter { $0.kind == .message }.reduce(0) { $0 + Int($1.count) },
      Set(own.map(\.time.day)).count
    )
  }

  /// Children who accepted a request of somebody unknown, and who wrote to somebody unknown.
  func survey() -> (accepted: Set<Int>, wrote: Set<Int>) {
    var friends = [Set<Int>](repeating: [], count: world.accountCount)
    for lower in 0..<world.accountCount {
      for row in world.friendships.rows(ofLower: lower) {
        let higher = Int(world.friendships.higher[row])
        friends[lower].insert(higher)
        friends[higher].insert(lower)
      }
    }
    var unknown: [Set<Int>: Bool] = [:]
    var accepted = Set<Int>()
    var wrote = Set<Int>()
    for event in rows where event.kind != .post {
      let (actor, target) = (event.actor.index, event.target.index)
      let haveMutual = !friends[actor].isDisjoint(with: friends[target])
      let pair: Set = [actor, target]
      switch event.kind {
      case .request:
        unknown[pair] = !haveMutual && !shareFocus(actor, target)
      case .acceptance:
        if unknown[pair] == true { accepted.insert(actor) }
        friends[actor].insert(target)
        friends[target].insert(actor)
      case .unfriend, .block:
        friends[actor].remove(target)
        friends[target].remove(actor)
      case .message:
        if unknown[pair] == nil {
          unknown[pair] =
            !friends[actor].contains(target) && !haveMutual && !shareFocus(actor, target)
        }
        if unknown[pair] == true { wrote.insert(actor) }
      default: break
      }
    }
    func children(_ accounts: Set<Int>) -> Set<Int> {
      Set(
        accounts.map { Int(world.owners[$0]) }
          .filter { (10...15).contains(world.persons.ages[$0]) })
    }
    return (children(accepted), children(wrote))
  }

  private func shareFocus(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (Int(world.owners[one]), Int(world.owners[other]))
    let persons = world.persons
    return [persons.households, persons.schools, persons.clubs, persons.workplaces]
      .contains { $0[a] >= 0 && $0[a] == $0[b] }
  }
}
