import Population
import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Activity

@Suite("Requests of ordinary life", .tags(.statistical))
struct RequestTests {
  @Test("are accepted about as often as published: 0.79")
  func accepted() {
    let run = SmallRun(days: 45, groomerShare: 0)
    var sent: [[UInt32]: Int] = [:]
    var accepted = 0
    for event in run.log.events {
      // Those of the first days, which have all been answered or have lapsed by the end.
      if event.kind == .request, event.time.day < 14 {
        sent[[event.actor.rawValue, event.target.rawValue]] = event.time.day
      } else if event.kind == .acceptance,
        sent[[event.target.rawValue, event.actor.rawValue]] != nil
      {
        accepted += 1
      }
    }
    let share = Double(accepted) / Double(sent.count)
    // The band of calibration V11 and three standard errors.
    let error = (0.79 * 0.21 / Double(sent.count)).squareRoot()
    #expect(abs(share - 0.79) < 0.05 + 3 * error, "\(share) of \(sent.count)")
  }

  @Test("of children go to many more schoolmates when new classes have begun, and not before")
  func newClasses() {
    var holiday = CalendarSettings.Holiday()
    holiday.from = CalendarDate(2_017, 4, 4)
    holiday.to = CalendarDate(2_017, 4, 8)
    var activity = ActivitySettings()
    activity.requests.followShare = 0
    func requests(newClasses: Bool) -> (before: [Event], after: Int) {
      holiday.newClasses = newClasses
      var calendar = CalendarSettings()
      calendar.holidays = [holiday]
      calendar.newClassesDays = 10
      let run = SmallRun(days: 16, groomerShare: 0, calendar: calendar, activity: activity)
      let persons = run.world.persons
      let owners = run.world.owners.map(Int.init)
      let after = run.log.events.count { event in
        guard event.kind == .request, event.time.day > 5 else { return false }
        let (one, other) = (owners[event.actor.index], owners[event.target.index])
        return persons.ages[one] < 18 && persons.ages[other] < 18
          && persons.schools[one] >= 0 && persons.schools[one] == persons.schools[other]
      }
      return (run.log.events.filter { $0.time.day <= 5 }, after)
    }
    let plain = requests(newClasses: false)
    let burst = requests(newClasses: true)
    #expect(plain.before == burst.before)
    // A tenth of requests, ten times as often: nearly twice as many in all.
    #expect(Double(burst.after) > 1.4 * Double(plain.after), "\(plain.after), \(burst.after)")
  }

  @Test(
    "that are follows are returned as often as the scenario says",
    arguments: [(true, 0.5), (false, 0.25)])
  func followedBack(isChild: Bool, share: Double) {
    var activity = ActivitySettings()
    activity.requests.followShare = 1
    let run = SmallRun(groomerShare: 0, activity: activity)
    var first: [[UInt32]: Bool] = [:]
    for event in run.log.events where event.kind == .follow {
      let pair = [event.actor.rawValue, event.target.rawValue].sorted()
      if first[pair] == nil, (run.world.age(of: event.target.index) < 18) == isChild {
        first[pair] = false
      } else if first[pair] == false {
        first[pair] = true
      }
    }
    let returned = Double(first.values.count { $0 }) / Double(first.count)
    // Five standard errors of a share; a pair may follow for other reasons too, which is rare.
    let error = (share * (1 - share) / Double(first.count)).squareRoot()
    #expect(abs(returned - share) < 5 * error + 0.02, "\(returned) of \(first.count)")
  }

  @Test("of pranksters are many, and hardly ever accepted")
  func pranks() {
    var activity = ActivitySettings()
    activity.pranks.share = 0.01
    activity.requests.followShare = 0
    let run = SmallRun(days: 10, groomerShare: 0, activity: activity)
    var sent = [Int](repeating: 0, count: run.world.accountCount)
    var accepted = sent
    for event in run.log.events {
      if event.kind == .request { sent[event.actor.index] += 1 }
      if event.kind == .acceptance { accepted[event.target.index] += 1 }
    }
    let pranksters = sent.indices.filter { sent[$0] > 50 }
    #expect((5...30).contains(pranksters.count))
    for account in pranksters { #expect(accepted[account] * 5 < sent[account]) }
  }
}

@Suite("Adults and children")
struct ElderTests {
  /// Pairs of an adult and a child of different families of whom one had to do with the other.
  private func pairs(in run: SmallRun) -> [(adult: Int, kind: EventKind)] {
    var families = ExtendedFamilies(of: run.world)
    let family = run.world.owners.map {
      families.family(of: run.world.persons.households[Int($0)])
    }
    return run.log.events.compactMap { event in
      guard event.target != .none else { return nil }
      let (actor, target) = (event.actor.index, event.target.index)
      let actorIsChild = run.world.age(of: actor) < 18
      guard actorIsChild != (run.world.age(of: target) < 18), family[actor] != family[target]
      else { return nil }
      return (actorIsChild ? target : actor, event.kind)
    }
  }

  @Test("who are no family have to do with each other only where the adult's life has children")
  func apart() {
    var activity = ActivitySettings()
    activity.elders.ordinaryShare = 0
    activity.views.unrelatedChildrenShare = 0
    activity.viral.childShare = 0
    activity.viral.adultShare = 0
    activity.requests.strangersAdultShare = 0
    activity.requests.newcomerToChildrenShare = 0
    let run = SmallRun(days: 20, groomerShare: 0, activity: activity)
    // Friends of before the run may still fall out, and children look at adults' posts.
    let kinds: Set<EventKind> = [.request, .follow, .message]
    let strays = pairs(in: run).filter { pair in
      kinds.contains(pair.kind) && run.world.role(of: pair.adult) == .adult
        && run.world.declared.ages[pair.adult] >= 18
    }
    #expect(strays.isEmpty)
  }

  @Test("a share of adults without a role has to do with children, as the scenario says")
  func shares() {
    func share(_ ordinaryShare: Double) -> Double {
      var activity = ActivitySettings()
      activity.elders.ordinaryShare = ordinaryShare
      let run = SmallRun(days: 60, groomerShare: 0, activity: activity)
      let kinds: Set<EventKind> = [.request, .view, .message]
      let seen = Set(pairs(in: run).filter { kinds.contains($0.kind) }.map(\.adult))
      let ordinary = (0..<run.world.accountCount).filter { run.world.role(of: $0) == .adult }
      return Double(ordinary.count { seen.contains($0) }) / Double(ordinary.count)
    }
    #expect(share(0) < 0.25)
    #expect(share(0.8) > share(0) + 0.3)
  }

  @Test("every hard negative looks at children's posts, talks with children and asks them")
  func roles() {
    var activity = ActivitySettings()
    // Enough of each for a few weeks.
    let often = Table<ElderKind>([:], others: 2)
    activity.elders.viewsPerDay = often
    activity.elders.runsPerDay = often
    activity.elders.requestsPerDay = often
    activity.elders.levelSigma = 0
    let run = SmallRun(days: 10, groomerShare: 0, activity: activity)
    var seen: [Role: Set<EventKind>] = [:]
    for pair in pairs(in: run) {
      seen[run.world.role(of: pair.adult), default: []].insert(pair.kind)
    }
    for role in [Role.teacher, .coach, .youthWorker, .newcomer, .youngAdult] {
      #expect(seen[role]?.isSuperset(of: [.request, .view, .message]) == true, "\(role)")
    }
  }
}

@Suite("Posts that go viral")
struct ViralTests {
  @Test("are looked at by accounts anywhere, after they were published")
  func audience() {
    var activity = ActivitySettings()
    activity.views.childPerDay = 0
    activity.views.adultPerDay = 0
    activity.elders.viewsPerDay = Table([:], others: 0)
    activity.viral.childShare = 1
    activity.viral.audienceMedian = 50
    activity.viral.audienceSigma = 0
    let run = SmallRun(accounts: 400, days: 4, groomerShare: 0, activity: activity)
    var published: [[Int]: SimTime] = [:]
    var audience: [[Int]: Int] = [:]
    for event in run.log.events {
      if event.kind == .post {
        published[[event.actor.index, Int(event.detail)]] = event.time
      } else if event.kind == .view {
        let post = [event.target.index, Int(event.detail)]
        #expect(run.world.age(of: event.target.index) < 18)
        #expect(published[post].map { $0 < event.time } == true)
        audience[post, default: 0] += 1
      }
    }
    #expect(audience.count > 20)
    // Those of the first day have been seen by nearly all who will; nobody looks at one's own.
    let early = audience.filter { published[$0.key].map { $0.day == 0 } == true }
    #expect(early.values.allSatisfy { (35...50).contains($0) }, "\(early.values.sorted())")
  }
}

extension EventLog {
  /// The events, one by one.
  var events: [Event] { (0..<count).map { self[$0] } }
}
