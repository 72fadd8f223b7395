import Parallelism
import Randomness
import RealModule

/// How many friends each member looks for in each layer of ties.
struct TieBudget {
  private let settings: FriendshipSettings
  private let seed: UInt64
  private let members: Members
  private let wanted: [Float]

  /// Layers in the order in which `TieLayers` has them.
  private static let order: [Friendships.Tie] = [.family, .school, .club, .work, .nearby, .online]

  /// Members handled together by one thread.
  private static let blockSize = 16_384

  /// Share of an extended family or a club, each way, that anybody befriends: our choice; more would
  /// be to pick the same ones twice.
  private static let wholeDensity = 0.7

  init(settings: FriendshipSettings, seed: UInt64, members: Members, wanted: [Float]) {
    self.settings = settings
    self.seed = seed
    self.members = members
    self.wanted = wanted
  }

  /// How many members a circle should have, so that its members befriend the wanted share of it.
  func circleSize(of tie: Friendships.Tie) -> Double {
    var sum = 0.0
    for member in 0..<members.count where share(of: tie, ofAge: members.ages[member]) > 0 {
      sum += half(of: member) * share(of: tie, ofAge: members.ages[member])
    }
    let count = members.ages.count { share(of: tie, ofAge: $0) > 0 }
    let stubs = sum / Double(max(count, 1))
    return max(4, 2 * stubs * settings.ownCircleShare / settings.circleDensity)
  }

  /// Sets how many friends each member looks for in each layer.
  ///
  /// What it cannot look for in a focus it does not have, or one too small for so many, it looks for
  /// at school or nearby.
  func spend(on layers: inout [CircleLayer], threads: Int) {
    let all = layers
    let blocks = (members.count + Self.blockSize - 1) / Self.blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      var columns = [[UInt16]](repeating: [], count: all.count)
      for member in block * Self.blockSize..<min((block + 1) * Self.blockSize, members.count) {
        let counts = spend(member, on: all)
        for layer in all.indices { columns[layer].append(counts[layer]) }
      }
      return columns
    }
    for layer in layers.indices {
      layers[layer].look(for: Array(parts.map { $0[layer] }.joined()))
    }
  }

  private func spend(_ member: Int, on layers: [CircleLayer]) -> [UInt16] {
    var stream = RandomStream(
      seed: seed, purpose: .stubs, entity: UInt64(members.persons[member]))
    let age = members.ages[member]
    let half = half(of: member)
    var stubs = layers.map { half * share(of: $0.tie, ofAge: age) }
    // Who is at school finds the rest there, others nearby.
    let isPupil = age < 18 && layers.contains { $0.tie == .school && $0.circleSize(of: member) > 1 }
    let refuge = layers.firstIndex { $0.tie == (isPupil ? .school : .nearby) }
    for index in layers.indices where index != refuge {
      let most = capacity(of: layers[index], for: member)
      if let refuge { stubs[refuge] += max(stubs[index] - most, 0) }
      stubs[index] = min(stubs[index], most)
    }
    var counts = stubs.map { stubs in
      let whole = stubs.rounded(.down)
      return UInt16(min(whole + (stream.chance(stubs - whole) ? 1 : 0), 60_000))
    }
    // Everybody looks for somebody.
    if counts.allSatisfy({ $0 == 0 }), let nearby = layers.firstIndex(where: { $0.tie == .nearby })
    {
      counts[nearby] = 1
    }
    return counts
  }

  /// The most friends a member can look for in a layer without picking the same ones again.
  private func capacity(of layer: CircleLayer, for member: Int) -> Double {
    let others = Double(layer.circleSize(of: member) - 1)
    guard others >= 1 else { return 0 }
    if layer.others.isEmpty { return Self.wholeDensity / 2 * others }
    let reach = Double(CircleLayer.turns) * layer.meanSize
    let group = Double(layer.groupSize(of: member) - 1)
    // A small workplace is known whole, a large one by the circles one turns to.
    return group < reach ? Self.wholeDensity / 2 * group : settings.circleDensity / 2 * reach
  }

  /// Half of the friends a member wants by foci and distance: the other half looks for the member.
  private func half(of member: Int) -> Double {
    Double(wanted[member]) * (1 - settings.closureShare) / 2
  }

  private func share(of tie: Friendships.Tie, ofAge age: UInt8) -> Double {
    // Just over the line, half of one's friends are still from school.
    let child = age < 18 ? 1.0 : age < 20 ? 0.5 : 0
    return child * settings.childTies.share(of: tie)
      + (1 - child) * settings.adultTies.share(of: tie)
  }
}

extension ChildTieShares {
  /// The share of a kind of tie.
  func share(of tie: Friendships.Tie) -> Double {
    switch tie {
    case .family: family
    case .school: school
    case .club: club
    case .work: 0
    case .nearby: nearby
    case .online: online
    }
  }
}

extension AdultTieShares {
  /// The share of a kind of tie.
  func share(of tie: Friendships.Tie) -> Double {
    switch tie {
    case .family: family
    case .school, .club: 0
    case .work: work
    case .nearby: nearby
    case .online: online
    }
  }
}
