import Graphs
import Population
import Randomness
import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Activity

/// Settings under which every approach that is accepted becomes a case.
private func eager(_ change: (inout CampaignSettings) -> Void = { _ in }) -> CampaignSettings {
  var settings = CampaignSettings()
  settings.reachMedian = 100
  settings.reachSigma = 0.3
  settings.speakShare = 1
  settings.sustainedShare = 1
  change(&settings)
  return settings
}

@Suite("Profiles of campaigns")
struct ProfileTests {
  @Test("that change nothing leave the settings as they are, at medium tradecraft")
  func neutral() {
    let settings = CampaignSettings()
    #expect(settings.conduct(of: ProfileSettings()).canonicalYAML() == settings.canonicalYAML())
  }

  @Test(
    "change something by each of their keys",
    arguments: ProfileSettings.keys.map(\.name).filter {
      $0.hasSuffix("-factor") || $0.hasSuffix("-odds")
    })
  func everyKey(name: String) throws {
    func settings(_ value: Double) throws -> CampaignSettings {
      let text = "friends-first: 1\nprofiles: [{name: one, \(name): \(value)}]"
      return try SettingsDocument(text: text, name: "campaigns").decode(CampaignSettings.self)
    }
    func effect(_ settings: CampaignSettings) -> [String] {
      let traits = settings.groomerTraits[0]
      return [
        settings.conduct(of: settings.profiles[0]).with(profiles: []).canonicalYAML(),
        "\(traits.minorClaimOdds) \(traits.deceptionOdds) \(traits.accountsFactor)",
      ]
    }
    #expect(try effect(settings(1)) != effect(settings(2)))
  }

  @Test("hide as they say, or else as all campaigns do")
  func tradecraft() {
    var settings = CampaignSettings()
    var profile = ProfileSettings()
    let medium = settings.conduct(of: profile)
    profile.tradecraft = .high
    let high = settings.conduct(of: profile)
    settings.tradecraft = .high
    profile.tradecraft = .asCampaigns
    #expect(settings.conduct(of: profile).reachMedian == high.reachMedian)
    #expect(high.reachMedian < medium.reachMedian && high.friendsFirst > medium.friendsFirst)
    profile.tradecraft = .medium
    #expect(settings.conduct(of: profile).reachMedian == medium.reachMedian)
    settings.tradecraft = .low
    profile.tradecraft = .asCampaigns
    #expect(settings.conduct(of: profile).reachMedian > medium.reachMedian)
  }

  @Test("have groomers in proportion to their shares, and their claims show in the accounts")
  func shares() {
    var settings = CampaignSettings()
    settings.profiles = ["open", "false"].map { name in
      var profile = ProfileSettings()
      profile.name = name
      profile.minorClaims = name == "open" ? 0 : 100
      profile.deception = name == "open" ? 0 : 100
      return profile
    }
    settings.profiles[1].share = 3
    let run = SmallRun(accounts: 3_000, days: 1, groomerShare: 0.2, campaigns: settings)
    #expect(run.truth.profiles == ["open", "false"])
    let count = Double(run.truth.groomers.count)
    let second = run.truth.groomerProfiles.count { $0 == 1 }
    // Five standard errors of a share of three quarters.
    #expect(abs(Double(second) / count - 0.75) < 5 * (0.75 * 0.25 / count).squareRoot())
    for (groomer, profile) in zip(run.truth.groomers, run.truth.groomerProfiles)
    where profile == 0 {
      #expect(Int(run.world.declared.ages[groomer.index]) == run.world.age(of: groomer.index))
    }
    let minors = zip(run.truth.groomers, run.truth.groomerProfiles).count { groomer, profile in
      profile == 1 && run.world.declared.ages[groomer.index] < 18
    }
    // Odds of 0.25 times 100: a probability of 25/26.
    let error = (25.0 / 26 / 26 / Double(second)).squareRoot()
    #expect(abs(Double(minors) / Double(second) - 25.0 / 26) < 5 * error)
  }
}

extension CampaignSettings {
  fileprivate func with(profiles: [ProfileSettings]) -> CampaignSettings {
    var settings = self
    settings.profiles = profiles
    return settings
  }
}

@Suite("What children do about a contact")
struct ChildResponseTests {
  @Test("has the published shares, overlaps and all", .tags(.statistical))
  func shares() {
    let settings = ChildResponseSettings()
    let draw = ChildResponse.Draw(settings)
    var stream = RandomStream(seed: 5, purpose: .test, entity: 0)
    let count = 40_000
    let responses = (0..<count).map { _ in draw.sample(using: &stream) }
    for (seen, share) in [
      (responses.count { $0.isEmpty }, settings.nothing),
      (responses.count { $0.contains(.block) }, settings.block),
      (responses.count { $0.contains(.report) }, settings.report),
      (responses.count { $0.contains(.tellAdult) }, settings.tellAdult),
    ] {
      // Five standard errors of a share.
      let error = (share * (1 - share) / Double(count)).squareRoot()
      #expect(abs(Double(seen) / Double(count) - share) < 5 * error, "\(share)")
    }
  }

  @Test("may be one thing only, or nothing at all")
  func edges() {
    var settings = ChildResponseSettings()
    (settings.nothing, settings.block, settings.report, settings.tellAdult) = (0.5, 0.5, 0, 0)
    var stream = RandomStream(seed: 5, purpose: .test, entity: 1)
    let draw = ChildResponse.Draw(settings)
    #expect((0..<200).allSatisfy { _ in [[], .block].contains(draw.sample(using: &stream)) })
    (settings.nothing, settings.block) = (1, 0)
    let idle = ChildResponse.Draw(settings)
    #expect((0..<200).allSatisfy { _ in idle.sample(using: &stream).isEmpty })
  }

  @Test("ends the contact where an adult is told, and the platform sees no more of it")
  func told() {
    var settings = eager { $0.meetingShare = 0 }
    settings.pace.slowShare = 0
    let run = SmallRun(accounts: 800, days: 40, campaigns: settings)
    let told = run.truth.cases.filter { $0.told != nil }
    let ended = run.truth.cases.filter { $0.ended != nil }
    #expect(told.count > 20 && told.count < ended.count)
    for entry in told { #expect(entry.told == entry.ended && entry.firstMeeting == nil) }
    var blocked = 0
    for row in 0..<run.log.count where run.log.kinds[row] == EventKind.block.rawValue {
      let event = run.log[row]
      blocked += told.count {
        $0.told == event.time && $0.child == event.actor && $0.groomer == event.target
      }
    }
    #expect(blocked > 0 && blocked < told.count)
  }
}

@Suite("Groomers with several accounts")
struct SeveralAccountsTests {
  private static func run(recontact: Double) -> SmallRun {
    var population = PopulationSettings()
    population.groomers.accounts = 3
    var activity = ActivitySettings()
    activity.answers.childrenByMutual = [0.2, 0.2, 0.2, 0.2]
    activity.answers.declineShare = 1
    activity.answers.blockAfterDecline = 1
    activity.answers.delayMedianHours = 1
    return SmallRun(
      accounts: 1_500, days: 30, population: population, activity: activity,
      campaigns: eager {
        $0.reachMedian = 10
        $0.recontactShare = recontact
        $0.recontactDays = 1
      })
  }

  @Test("spread their approaches over them, and a block leads to another request as often as said")
  func recontact() {
    for share in [0.0, 1.0] {
      let run = Self.run(recontact: share)
      let people = Dictionary(grouping: run.world.groomers) { run.world.owners[$0.index] }
      #expect(people.values.allSatisfy { $0.count == 3 })
      // Blocks of a groomer's account by a child, and requests of another account after them.
      var blocks: [[UInt32]: SimTime] = [:]
      var senders = Set<AccountID>()
      var again = 0
      for row in 0..<run.log.count {
        let event = run.log[row]
        if event.kind == .block, run.truth.groomers.contains(event.target) {
          blocks[[run.world.owners[event.target.index], event.actor.rawValue]] = event.time
        } else if event.kind == .request, run.truth.groomers.contains(event.actor) {
          senders.insert(event.actor)
          let key = [run.world.owners[event.actor.index], event.target.rawValue]
          again += blocks[key] == nil ? 0 : 1
        }
      }
      #expect(Double(senders.count) > 0.9 * Double(run.world.groomers.count))
      #expect(blocks.count > 50)
      // Without it, a few come upon the same child by chance.
      #expect(
        share == 1 ? again > blocks.count / 2 : again < blocks.count / 5,
        "\(again) of \(blocks.count)")
    }
  }
}

@Suite("Whom groomers approach")
struct TargetTests {
  /// Friends in common of groomers and the children they ask, at the time, on average.
  private static func meanMutual(_ campaigns: CampaignSettings) -> Double {
    let run = SmallRun(accounts: 1_500, days: 40, groomerShare: 0.01, campaigns: campaigns)
    var friends = GrowingAdjacency(run.world.friendships.adjacency())
    var counts: [Int] = []
    for row in 0..<run.log.count {
      let event = run.log[row]
      guard event.target != .none else { continue }
      let (actor, target) = (event.actor.index, event.target.index)
      switch event.kind {
      case .acceptance: friends.insert(actor, target)
      case .unfriend, .block: friends.remove(actor, target)
      case .request
      where run.truth.groomers.contains(event.actor) && run.world.age(of: target) < 18:
        counts.append(friends.mutualCount(actor, target))
      default: break
      }
    }
    return Double(counts.reduce(0, +)) / Double(counts.count)
  }

  @Test("have more mutual friends with them if those come first, or friends of friends do")
  func mutualFriends() {
    var few = CampaignSettings()
    few.friendsOfFriendsShare = 0
    few.throughFriendsShare = 0
    few.nearbyShare = 0
    let none = Self.meanMutual(few)
    var first = few
    first.friendsFirst = 4
    first.friendsFirstDays = 5
    #expect(Self.meanMutual(first) > none + 0.5)
    var friends = few
    friends.friendsOfFriendsShare = 1
    #expect(Self.meanMutual(friends) > none + 0.5)
  }

  @Test("are their own pupils, members or neighbours where the community picks and they do")
  func community() {
    var population = PopulationSettings()
    population.groomers.communityShare = 1
    let run = SmallRun(
      accounts: 1_500, days: 20, groomerShare: 0.005, population: population,
      campaigns: eager { $0.ownChargesShare = 1 })
    #expect(!run.world.groomers.isEmpty)
    for groomer in run.world.groomers {
      #expect(
        [.teacher, .coach, .youthWorker, .supplyTeacher].contains(
          run.world.role(of: groomer.index)))
    }
    for entry in run.truth.cases {
      let (groomer, child) = (entry.groomer, entry.child)
      let owners = [groomer, child].map { Int(run.world.owners[$0.index]) }
      let persons = run.world.persons
      let shares: Bool =
        switch run.world.role(of: groomer.index) {
        case .teacher: persons.schools[owners[0]] == persons.schools[owners[1]]
        case .coach: persons.clubs[owners[0]] == persons.clubs[owners[1]]
        default: persons.places[owners[0]] == persons.places[owners[1]]
        }
      #expect(shares)
    }
    #expect(run.truth.cases.count > 10)
  }

  @Test("live near the place that the groomer claims")
  func falsePlace() {
    var population = PopulationSettings()
    population.groomers.falsePlaceShare = 1
    let campaigns = eager {
      $0.nearbyShare = 1
      $0.friendsOfFriendsShare = 0
      $0.throughFriendsShare = 0
      $0.ownChargesShare = 0
      $0.profiles = [ProfileSettings()]
    }
    let run = SmallRun(days: 10, population: population, campaigns: campaigns)
    var moved = 0
    for groomer in run.world.groomers {
      let person = Int(run.world.owners[groomer.index])
      let declared = run.world.declared.places[groomer.index]
      #expect(declared >= 0)
      moved += declared == run.world.persons.places[person] ? 0 : 1
    }
    #expect(moved > run.world.groomers.count / 5)
    #expect(run.truth.cases.count > 10)
    for entry in run.truth.cases {
      let child = Int(run.world.owners[entry.child.index])
      let declared = run.world.declared.places[entry.groomer.index]
      #expect(run.world.persons.places[child] == declared)
    }
  }

  @Test("are on the platforms that the scenario gives weight")
  func platforms() {
    var population = PopulationSettings()
    population.platforms = ["one", "two"].map { name in
      var platform = PlatformSettings()
      platform.name = name
      return platform
    }
    let run = SmallRun(
      days: 10, population: population, campaigns: eager { $0.platformWeights = [0] })
    let platforms = Set(run.truth.cases.map { run.world.accountPlatforms[$0.groomer.index] })
    #expect(platforms == [1])
    #expect(run.truth.cases.count > 10)
  }
}
