import Population
import Randomness
import Vocabulary

/// Who is who on the platform, as far as behaviour depends on it: the truth, one value an account.
struct Cast: Sendable {
  /// Whether the owner is under 18.
  let isChild: Flags
  /// The owner's sex.
  let sexes: [Sex]
  /// What the owner is to children.
  let roles: [Role]
  /// The platform the account is on; whom it can meet there is on it too.
  let platforms: [UInt8]
  /// What is asked of somebody met at random, in one piece of memory.
  let facts: [Facts]
  /// How active the account is compared with others of its kind; mean 1 before it is held to 20.
  let activity: [Float]
  /// How readily a child takes up contact with strangers; mean 1.
  let openness: [Float]
  /// At what hours the owner is online.
  let rhythms: [Rhythm.Kind]
  /// What an adult is to children, as a position in `ElderKind.allCases`.
  let elderKinds: [UInt8]
  /// How much an adult has to do with children, compared with others of the kind; 0 for children,
  /// and for adults who have nothing to do with them.
  let elderLevels: [Float]
  /// Whether the account floods others with requests for fun.
  let isPrankster: [Bool]
  /// Accounts by platform.
  let publics: [Public]

  /// The accounts of one platform, listed in ways in which one comes across another.
  struct Public: Sendable {
    /// All accounts, ascending.
    var accounts: [UInt32] = []
    /// Children's accounts, ascending.
    var children: [UInt32] = []
    /// Children's accounts by place, ascending.
    var childrenOfPlace: [[UInt32]]
    /// Adults' accounts by place, ascending.
    var adultsOfPlace: [[UInt32]]
    /// Children's accounts by school or club, ascending; positions are those of the world's foci.
    var childrenOfFocus: [[UInt32]]
  }

  /// The owner's age and home, and what brings the owner together with others; -1 where there is
  /// nothing of the kind.
  struct Facts: Sendable {
    /// In years.
    var age: UInt8
    /// Where the owner lives, as a position in the world's places.
    var place: Int32
    /// The extended family, as far as friendships of the start tell.
    var family: Int32
    var school: Int32
    var club: Int32
    var workplace: Int32

    /// Whether two people meet in person somewhere.
    func meets(_ other: Facts) -> Bool {
      family == other.family || (school >= 0 && school == other.school)
        || (club >= 0 && club == other.club) || (workplace >= 0 && workplace == other.workplace)
    }
  }

  init(world: World, settings: ActivitySettings, seed: UInt64) {
    let owners = world.owners.map(Int.init)
    let persons = world.persons
    isChild = Flags(owners.map { persons.ages[$0] < 18 })
    sexes = owners.map { persons.sexes[$0] }
    roles = owners.map { persons.roles[$0] }
    var families = ExtendedFamilies(of: world)
    facts = owners.map {
      Facts(
        age: persons.ages[$0], place: persons.places[$0],
        family: families.family(of: persons.households[$0]), school: persons.schools[$0],
        club: persons.clubs[$0], workplace: persons.workplaces[$0])
    }
    // A log-normal with mean 1: its median is exp(-sigma^2 / 2).
    let sigma = settings.activitySigma
    let level = LogNormal(mu: -sigma * sigma / 2, sigma: sigma)
    activity = owners.indices.map { account in
      var stream = RandomStream(seed: seed, purpose: .dailyHabits, entity: UInt64(account))
      return Float(min(level.sample(using: &stream), 20))
    }
    let shape = settings.answers.opennessShape
    let open = Gamma(shape: shape, scale: 1 / shape)
    openness = owners.indices.map { account in
      var stream = RandomStream(seed: seed, purpose: .openness, entity: UInt64(account))
      return Float(open.sample(using: &stream))
    }
    (elderKinds, elderLevels) = Self.elders(of: world, settings: settings.elders, seed: seed)
    rhythms = Self.rhythms(of: facts, kinds: elderKinds, settings: settings, seed: seed)
    let pranks = Bernoulli(probability: settings.pranks.share)
    isPrankster = owners.indices.map { account in
      var stream = RandomStream(seed: seed, purpose: .pranksters, entity: UInt64(account))
      return pranks.sample(using: &stream)
    }
    let nowhere = [[UInt32]](repeating: [], count: world.places.count)
    let empty = Public(
      childrenOfPlace: nowhere, adultsOfPlace: nowhere,
      childrenOfFocus: [[UInt32]](repeating: [], count: world.foci.count))
    platforms = world.accountPlatforms
    var publics = [Public](repeating: empty, count: world.platforms.count)
    for account in owners.indices {
      publics[Int(platforms[account])].add(
        UInt32(account), isChild: isChild[account], place: Int(facts[account].place),
        foci: [facts[account].school, facts[account].club])
    }
    self.publics = publics
  }
}

extension Cast {
  /// How many posts each account published before the run, of the last year at most.
  func postHistory(
    settings: PostSettings, declared: DeclaredAccounts, seed: UInt64
  ) -> [UInt16] {
    isChild.indices.map { account in
      var stream = RandomStream(seed: seed, purpose: .postHistory, entity: UInt64(account))
      let age = -Double(declared.opened[account]) / Double(SimTime.secondsPerDay)
      let days = min(max(age, 0), 365)
      let rate = isChild[account] ? settings.childPerDay : settings.adultPerDay
      let posts = Poisson(mean: rate * Double(activity[account]) * days).sample(using: &stream)
      return UInt16(min(posts, 60_000))
    }
  }

  /// What each account's owner is to children, and how much.
  private static func elders(
    of world: World, settings: ElderSettings, seed: UInt64
  ) -> (kinds: [UInt8], levels: [Float]) {
    // A log-normal with mean 1: its median is exp(-sigma^2 / 2).
    let sigma = settings.levelSigma
    let level = LogNormal(mu: -sigma * sigma / 2, sigma: sigma)
    let kinds = (0..<world.accountCount).map { account in
      let isSeemingMinor = world.age(of: account) >= 18 && world.declared.ages[account] < 18
      return isSeemingMinor ? ElderKind.seemingMinor : ElderKind(world.role(of: account))
    }
    let levels = kinds.indices.map { account -> Float in
      guard world.age(of: account) >= 18 else { return 0 }
      var stream = RandomStream(seed: seed, purpose: .elderLevels, entity: UInt64(account))
      let hasChildrenAround = stream.chance(settings.ordinaryShare)
      guard hasChildrenAround || kinds[account].isAlwaysAmongChildren else { return 0 }
      return Float(min(level.sample(using: &stream), 20))
    }
    return (kinds.map { UInt8(ElderKind.allCases.firstIndex(of: $0) ?? 0) }, levels)
  }

  /// At what hours each account's owner is online.
  private static func rhythms(
    of facts: [Facts], kinds: [UInt8], settings: ActivitySettings, seed: UInt64
  ) -> [Rhythm.Kind] {
    facts.indices.map { account in
      switch facts[account].age {
      case ..<15: return .child
      case 15..<18: return .teenager
      default: break
      }
      var stream = RandomStream(
        seed: seed, purpose: .elderLevels, entity: UInt64(account), counter: 1)
      let playsOrModerates: Bool
      switch ElderKind.allCases[Int(kinds[account])] {
      case .streamer, .forumModerator: playsOrModerates = true
      default: playsOrModerates = false
      }
      let share = playsOrModerates ? settings.elders.lateShare : settings.lateShare
      return stream.chance(share) ? .lateAdult : .adult
    }
  }

  /// What an account's owner is to children.
  func elderKind(_ account: Int) -> ElderKind { ElderKind.allCases[Int(elderKinds[account])] }

  /// Whether two accounts come across each other in the ordinary way of things: they are of one
  /// generation, or one family, or the adult has to do with children.
  func mixes(_ a: Int, _ b: Int) -> Bool {
    guard isChild[a] != isChild[b] else { return true }
    return elderLevels[isChild[a] ? b : a] > 0 || facts[a].family == facts[b].family
  }

  /// The accounts of the platform an account is on.
  func others(around account: Int) -> Public { publics[Int(platforms[account])] }

  /// A child whom an account's role leads to: a pupil, a club's member, one who lives in the same
  /// place, or any child anywhere.
  func childOf(_ account: Int, using stream: inout RandomStream) -> Int? {
    let others = others(around: account)
    let candidates =
      switch roles[account].reach {
      case .school: others.childrenOfFocus[Int(facts[account].school)]
      case .club: others.childrenOfFocus[Int(facts[account].club)]
      case .around, .kin: others.childrenOfPlace[Int(facts[account].place)]
      case .nobody, .anywhere: others.children
      }
    return candidates.random(using: &stream)
  }

  /// A child who lives in the same place.
  func childNearby(_ account: Int, using stream: inout RandomStream) -> Int? {
    others(around: account).childrenOfPlace[Int(facts[account].place)].random(using: &stream)
  }
}

extension Cast.Public {
  fileprivate mutating func add(_ account: UInt32, isChild: Bool, place: Int, foci: [Int32]) {
    accounts.append(account)
    guard isChild else {
      adultsOfPlace[place].append(account)
      return
    }
    children.append(account)
    childrenOfPlace[place].append(account)
    for focus in foci where focus >= 0 { childrenOfFocus[Int(focus)].append(account) }
  }
}

extension [UInt32] {
  /// One of the accounts, each with the same probability.
  func random(using stream: inout RandomStream) -> Int? {
    isEmpty ? nil : Int(self[stream.below(count)])
  }
}
