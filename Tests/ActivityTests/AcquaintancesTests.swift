import Graphs
import Population
import TestSupport
import Testing
import Vocabulary

@testable import Activity

@Suite("Children and those they know online alone")
struct AcquaintancesTests {
  /// A run in which all who become friends without knowing each other talk, and soon meet.
  private static func openRun(groomerShare: Double = 0) -> SmallRun {
    var activity = ActivitySettings()
    // In a world of two schools hardly any two children are unknown to each other.
    activity.requests.childStrangersPerDay = 0.3
    activity.requests.strangersAdultShare = 0.9
    activity.answers.adultsByMutual = [0.9, 0.9, 0.9, 0.9]
    activity.answers.delayMedianHours = 0.1
    activity.acquaintances.speakShare = 1
    activity.acquaintances.moveShare = 0
    activity.acquaintances.meetingShare = 1
    activity.acquaintances.adultMeetingShare = 1
    activity.acquaintances.meetingMedianDays = 3
    return SmallRun(days: 25, groomerShare: groomerShare, activity: activity)
  }

  private static let run = openRun()

  @Test("meet as friends who had nothing and nobody in common when one asked the other")
  func meetings() {
    let run = Self.run
    #expect(run.truth.meetings.count > 30)
    let cast = Cast(world: run.world, settings: ActivitySettings(), seed: 1)
    var friends = GrowingAdjacency(run.world.friendships.adjacency())
    var unknown: [[UInt32]: Bool] = [:]
    var accepted: [[UInt32]: SimTime] = [:]
    for event in run.log.events where event.target != .none {
      let (actor, target) = (event.actor.index, event.target.index)
      let pair = [event.actor.rawValue, event.target.rawValue].sorted()
      switch event.kind {
      case .request:
        unknown[pair] =
          friends.mutualCount(actor, target) == 0 && !cast.facts[actor].meets(cast.facts[target])
      case .acceptance:
        friends.insert(actor, target)
        accepted[pair] = event.time
      case .unfriend, .block: friends.remove(actor, target)
      default: break
      }
    }
    for meeting in run.truth.meetings {
      let pair = [meeting.lower.rawValue, meeting.higher.rawValue]
      // A friend in common may have come about on the very day of the request.
      #expect(unknown[pair] != nil)
      #expect(accepted[pair].map { $0 < meeting.time } == true)
      #expect(cast.isChild[meeting.lower.index] || cast.isChild[meeting.higher.index])
    }
    let share =
      Double(run.truth.meetings.count { unknown[[$0.lower.rawValue, $0.higher.rawValue]] == true })
      / Double(run.truth.meetings.count)
    #expect(share > 0.9)
  }

  @Test("have each first meeting once in the truth, in order, within the run, and as no case")
  func truth() {
    let run = Self.openRun(groomerShare: 0.02)
    let meetings = run.truth.meetings
    #expect(Set(meetings.map { [$0.lower, $0.higher] }).count == meetings.count)
    #expect(meetings.map(\.time) == meetings.map(\.time).sorted())
    let groomers = Set(run.world.groomers)
    for meeting in meetings {
      #expect(meeting.lower < meeting.higher && meeting.time <= run.truth.end)
      #expect(!groomers.contains(meeting.lower) && !groomers.contains(meeting.higher))
    }
  }

  @Test("go on until one of them is suspended, though that is known before")
  func suspended() throws {
    let run = Self.run
    let meeting = try #require(run.truth.meetings.first { (8...20).contains($0.time.day) })
    var simulation = run.simulation()
    var log = EventLog()
    while simulation.daysDone < 2, simulation.next(into: &log) {}
    let from = SimTime(day: 22)
    for account in [meeting.lower, meeting.higher] {
      try simulation.apply(.suspension(of: account, from: from))
    }
    while simulation.next(into: &log) {}
    func before(_ truth: GroundTruth) -> [SimTime] {
      truth.meetings.map(\.time).filter { $0 < from }
    }
    #expect(before(simulation.groundTruth) == before(run.truth))
  }

  @Test("write while it lasts, and not besides")
  func talk() {
    var activity = ActivitySettings()
    activity.requests.childStrangersPerDay = 0.3
    activity.requests.strangersAdultShare = 0.9
    activity.acquaintances.speakShare = 0
    let run = SmallRun(days: 25, groomerShare: 0, activity: activity)
    var unknown = Set<[UInt32]>()
    let cast = Cast(world: run.world, settings: activity, seed: 1)
    let start = run.world.friendships.adjacency()
    var friends = GrowingAdjacency(start)
    var talked = 0
    for event in run.log.events where event.target != .none {
      let (actor, target) = (event.actor.index, event.target.index)
      let pair = [event.actor.rawValue, event.target.rawValue].sorted()
      if event.kind == .request, cast.isChild[actor] || cast.isChild[target],
        friends.mutualCount(actor, target) == 0, !cast.facts[actor].meets(cast.facts[target])
      {
        unknown.insert(pair)
      }
      if event.kind == .acceptance { friends.insert(actor, target) }
      if event.kind == .message, unknown.contains(pair) { talked += 1 }
    }
    #expect(unknown.count > 100)
    #expect(talked == 0)
  }

  @Test("a family is all households that are friends as family, and no others")
  func families() {
    let world = Self.run.world
    var families = ExtendedFamilies(of: world)
    var sizes: [Int32: Set<Int32>] = [:]
    for household in Set(world.persons.households) {
      sizes[families.family(of: household), default: []].insert(household)
    }
    #expect(sizes.values.allSatisfy { $0.count <= 12 })
    #expect(sizes.values.contains { $0.count > 1 })
    world.friendships.forEach { lower, higher, tie in
      guard tie == .family else { return }
      let one = world.persons.households[Int(world.owners[lower])]
      let other = world.persons.households[Int(world.owners[higher])]
      #expect(families.family(of: one) == families.family(of: other))
    }
  }
}
