import Graphs
import Population
import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Activity

extension Tag {
  /// Tests whose tolerance is derived from a sample's size; seeds are fixed.
  @Tag static var statistical: Self
}

private let run = SmallRun()

@Suite("The events of a run")
struct RunInvariantTests {
  @Test("are the same on any number of threads", arguments: [2, 3])
  func threads(threads: Int) {
    let many = SmallRun(threads: threads)
    #expect(many.log == run.log)
    #expect(many.truth == run.truth)
  }

  @Test("are the same however days are cut", arguments: [10_000, 1_000_000])
  func slices(accounts: Int) {
    var simulation = run.simulation()
    simulation.cut(into: DaySlices(accounts: accounts))
    var whole = EventLog()
    var slice = EventLog()
    while simulation.next(into: &slice) {
      #expect(slice.firstID == whole.count)
      whole.append(slice, rows: 0..<slice.count)
    }
    #expect(whole == run.log)
    #expect(simulation.daysDone == 40)
  }

  @Test("count a day as done when its last events have been handed out, and not before")
  func daysDone() {
    var simulation = run.simulation()
    var slice = EventLog()
    while simulation.daysDone < 5 {
      let isGoingOn = simulation.next(into: &slice)
      #expect(isGoingOn)
      let last = SimTime(rawValue: slice.times.last ?? 0)
      #expect(last.day == simulation.daysDone || last.day == simulation.daysDone - 1)
    }
  }

  @Test("differ with the seed")
  func seeds() {
    let one = SmallRun(accounts: 300, days: 5, seed: 1)
    #expect(one.log != SmallRun(accounts: 300, days: 5, seed: 2).log)
  }

  @Test("are in their total order, within the days, between accounts that exist")
  func order() {
    for row in 0..<run.log.count {
      let event = run.log[row]
      #expect((0..<40).contains(event.time.day))
      #expect(event.actor.index < run.world.accountCount)
      #expect(event.count > 0)
      #expect(event.actor != event.target)
      #expect((event.target == .none) == (event.kind == .post))
      if row > 0 { #expect(!(event < run.log[row - 1])) }
    }
  }

  @Test("a longer run begins with the same events")
  func prefix() {
    let short = SmallRun(days: 12)
    var beginning = EventLog()
    beginning.append(run.log, rows: 0..<short.log.count)
    #expect(short.log == beginning)
  }

  @Test("have a kind of every sort")
  func kinds() {
    let seen = Set(run.log.kinds)
    for kind in EventKind.allCases { #expect(seen.contains(kind.rawValue), "\(kind)") }
  }

  @Test("answer requests that were asked and are open, once; ask nobody who is a friend already")
  func requests() {
    var open: [[Int]: Bool] = [:]
    var friends = GrowingAdjacency(
      run.world.friendships.adjacency())
    var blocked = Set<[Int]>()
    for row in 0..<run.log.count {
      let event = run.log[row]
      guard event.target != .none else { continue }
      let (actor, target) = (event.actor.index, event.target.index)
      let pair = [min(actor, target), max(actor, target)]
      switch event.kind {
      case .request:
        #expect(open[pair] == nil, "event \(row) asks twice")
        open[pair] = actor < target
      case .acceptance, .refusal, .expiry:
        // Who answers was asked by the other.
        #expect(open[pair] == (target < actor), "event \(row) answers nobody")
        open[pair] = nil
        if event.kind == .acceptance { friends.insert(actor, target) }
      case .message:
        #expect(!blocked.contains(pair), "event \(row) is a message after a block")
      case .block:
        friends.remove(actor, target)
        blocked.insert(pair)
      case .unfriend:
        let wereFriends = friends.remove(actor, target)
        #expect(wereFriends, "event \(row) ends no friendship")
      case .post, .view, .profileView, .follow, .report: break
      }
    }
  }

  @Test("number the posts of each author one after the other, and show none before its time")
  func posts() {
    // The first post of each in the run tells how many there were before it.
    var serials = [UInt16](repeating: .max, count: run.world.accountCount)
    for row in (0..<run.log.count).reversed() where run.log.kinds[row] == EventKind.post.rawValue {
      serials[run.log[row].actor.index] = run.log.details[row] - 1
    }
    for row in 0..<run.log.count {
      let event = run.log[row]
      if event.kind == .post {
        serials[event.actor.index] += 1
        #expect(event.detail == serials[event.actor.index])
      } else if event.kind == .view {
        #expect(event.detail > 0 && event.detail <= serials[event.target.index])
        #expect(event.count <= event.detail)
      }
    }
  }
}

@Suite("The truth of a run")
struct GroundTruthTests {
  @Test("holds cases between its groomers and children, in order")
  func cases() {
    #expect(run.truth.cases.count > 5)
    #expect(run.truth.groomers == run.world.groomers)
    for entry in run.truth.cases {
      #expect(run.truth.groomers.contains(entry.groomer))
      #expect(run.world.age(of: entry.child.index) < 18)
    }
    let times = run.truth.cases.map(\.firstContact)
    #expect(times == times.sorted())
  }

  @Test("has every case begin with a request, and its stages follow one another")
  func stages() {
    var requests = Set<[Int]>()
    for row in 0..<run.log.count where run.log.kinds[row] == EventKind.request.rawValue {
      let event = run.log[row]
      requests.insert([event.actor.index, event.target.index, Int(event.time.rawValue)])
    }
    for entry in run.truth.cases {
      let key = [entry.groomer.index, entry.child.index, Int(entry.firstContact.rawValue)]
      #expect(requests.contains(key))
      #expect(entry.stages.first?.stage == .approach)
      #expect(entry.stages.first?.time == entry.firstContact)
      let times = entry.stages.map(\.time)
      #expect(times == times.sorted())
      #expect(entry.firstMeeting == nil || entry.ended == nil)
      for time in [entry.firstMeeting, entry.ended, entry.movedOffPlatform].compactMap(\.self) {
        #expect(time > entry.firstContact && time <= run.truth.end)
      }
    }
  }

  @Test("lets the platform see nothing of a conversation that has moved on, or ended")
  func silence() {
    var last: [[Int]: SimTime] = [:]
    for row in 0..<run.log.count where run.log.kinds[row] == EventKind.message.rawValue {
      let event = run.log[row]
      last[[event.actor.index, event.target.index]] = event.time
    }
    var moved = 0
    for entry in run.truth.cases {
      guard let move = entry.movedOffPlatform else { continue }
      moved += 1
      let pair = [entry.groomer.index, entry.child.index]
      if let seen = last[pair] { #expect(seen < move) }
    }
    #expect(moved > 0)
  }

  @Test("holds a contact once for each request that led to it, however often friends fall out")
  func once() {
    var campaigns = CampaignSettings()
    campaigns.reachMedian = 1_000
    campaigns.speakShare = 1
    campaigns.sustainedShare = 1
    var activity = ActivitySettings()
    activity.endings.unfriendPerDay = 0.5
    activity.answers.childrenByMutual = [1, 1, 1, 1]
    activity.answers.delayMedianHours = 0.01
    let stormy = SmallRun(
      accounts: 300, days: 30, groomerShare: 0.05, activity: activity, campaigns: campaigns)
    let keys = stormy.truth.cases.map {
      [$0.groomer.index, $0.child.index, Int($0.firstContact.rawValue)]
    }
    #expect(keys.count > 100)
    #expect(Set(keys).count == keys.count)
    for entry in stormy.truth.cases {
      let last = entry.stages.map(\.time).max() ?? entry.firstContact
      if let ended = entry.ended { #expect(ended >= last) }
    }
  }

  private static let longRun = SmallRun(days: 80)

  @Test("moves with the cues of every stage", arguments: Stage.allCases)
  func cues(stage: Stage) {
    var campaigns = CampaignSettings()
    let always = Table<Cue>([:], others: 1)
    switch stage {
    case .approach: campaigns.cues.approach = always
    case .rapport: campaigns.cues.rapport = always
    case .isolation: campaigns.cues.isolation = always
    case .arranging: campaigns.cues.arranging = always
    }
    // Long enough for a contact to come to the last stage.
    #expect(SmallRun(days: 80, campaigns: campaigns).log != Self.longRun.log)
  }

  @Test("is empty without groomers, and then so are no events")
  func withoutGroomers() {
    let innocent = SmallRun(accounts: 400, days: 5, groomerShare: 0)
    #expect(innocent.truth.groomers.isEmpty)
    #expect(innocent.truth.cases.isEmpty)
    #expect(innocent.log.count > 0)
  }
}
