import Testing
import Vocabulary

@testable import Detection

@Suite("Cuts of friendships and rejections")
struct RejectionCutTests {
  /// A random graph of 9 accounts, in which the last three are turned down by two in three of the
  /// others, and befriended by one in five.
  private static func graph(seed: Int) -> RejectionCut.Graph {
    var draws = SmallRandomGraph(seed: seed)
    var graph = RejectionCut.Graph(
      outsideFriends: (0..<9).map { _ in draws.percent() % 3 },
      outsideRejections: (0..<9).map { _ in draws.percent() % 2 }, friendships: [], rejections: [])
    for a in 0..<9 {
      for b in 0..<a {
        if draws.percent() < (a < 6 ? 60 : 20) { graph.friendships.append((b, a)) }
        if draws.percent() < (a < 6 ? 10 : 65) { graph.rejections.append((by: b, of: a)) }
        if draws.percent() < 10 { graph.rejections.append((by: a, of: b)) }
      }
    }
    return graph
  }

  /// Friendships and rejections across a set of accounts, counted link by link.
  private static func cut(_ graph: RejectionCut.Graph, _ inside: (Int) -> Bool) -> (Int, Int) {
    let members = graph.outsideFriends.indices.filter(inside)
    let friendships =
      members.map { graph.outsideFriends[$0] }.reduce(0, +)
      + graph.friendships.count { inside($0.0) != inside($0.1) }
    let rejections =
      members.map { graph.outsideRejections[$0] }.reduce(0, +)
      + graph.rejections.count { inside($0.of) && !inside($0.by) }
    return (friendships, rejections)
  }

  /// All cuts but that with nobody inside.
  private static func allCuts(
    _ graph: RejectionCut.Graph, without gone: Set<Int> = []
  ) -> [(friendships: Int, rejections: Int)] {
    let absent = gone.reduce(0) { $0 | 1 << $1 }
    return (1..<(1 << 9)).filter { $0 & absent == 0 }
      .map { subset in Self.cut(graph) { subset >> $0 & 1 == 1 } }
  }

  @Test("weigh |F| - k |R| as little as the least of all cuts, but for one of 160")
  func bruteForce() {
    var (tried, missed) = (0, 0)
    for seed in 1...40 {
      let graph = Self.graph(seed: seed)
      let cuts = Self.allCuts(graph)
      for weight in [0.25, 0.5, 1, 2] {
        let least = cuts.map { Double($0.friendships) - weight * Double($0.rejections) }.min() ?? 0
        var cut = RejectionCut(graph)
        guard let group = cut.group(weight: weight) else {
          // The heuristic may miss a group, but never where the least is that with nobody inside.
          if least < -1e-9 { missed += 1 }
          continue
        }
        tried += 1
        let counted = Self.cut(graph, group.members.contains)
        #expect(counted == (group.friendships, group.rejections), "seed \(seed)")
        let found = Double(group.friendships) - weight * Double(group.rejections)
        #expect(found < 0 && found >= least - 1e-9, "seed \(seed)")
        if found > least + 1e-9 { missed += 1 }
      }
    }
    #expect(tried > 80)
    #expect(missed <= 1)
  }

  @Test("have rates within a step of the highest that is left, and links with those that are left")
  func rates() {
    var (found, missed) = (0, 0)
    for seed in 1...20 {
      var left = Self.graph(seed: seed)
      var gone: Set<Int> = []
      var cut = RejectionCut(left)
      for group in cut.groups() {
        #expect(gone.isDisjoint(with: group.members), "seed \(seed)")
        let counted = Self.cut(left, group.members.contains)
        #expect(counted == (group.friendships, group.rejections), "seed \(seed)")
        // Of those that are gone no link is left, but with accounts that are not looked at.
        let least =
          Self.allCuts(left, without: gone).filter { $0.rejections > 0 }
          .map { Double($0.friendships) / Double($0.rejections) }.min() ?? .infinity
        let ratio = Double(group.friendships) / Double(group.rejections)
        #expect(ratio >= least, "seed \(seed)")
        found += 1
        missed += ratio > max(least * 1.25, RejectionCut.weights[0]) ? 1 : 0
        gone.formUnion(group.members)
        left.friendships.removeAll { gone.contains($0.0) || gone.contains($0.1) }
        left.rejections.removeAll { gone.contains($0.by) || gone.contains($0.of) }
      }
    }
    #expect(found > 60)
    #expect(missed <= 1)
  }

  @Test("see through accounts that befriend each other: only what is across counts")
  func collusion() {
    // Three who are friends of each other, with one friend outside and four rejections each.
    var cut = RejectionCut(
      RejectionCut.Graph(
        outsideFriends: [1, 1, 1, 5], outsideRejections: [4, 4, 4, 1],
        friendships: [(0, 1), (0, 2), (1, 2)], rejections: [(by: 1, of: 0)]))
    let groups = cut.groups()
    #expect(
      groups == [
        RejectionCut.Group(members: [0, 1, 2], friendships: 3, rejections: 12),
        RejectionCut.Group(members: [3], friendships: 5, rejections: 1),
      ])
    #expect(groups.first?.rejectionRate == 0.8)
  }

  @Test("of nothing are none")
  func empty() {
    var cut = RejectionCut(
      RejectionCut.Graph(
        outsideFriends: [], outsideRejections: [], friendships: [], rejections: []))
    #expect(cut.groups().isEmpty)
  }
}

@Suite("Detector of groups that are turned down")
struct RejectoTests {
  private static let friendships: [(UInt32, UInt32)] =
    [(0, 1), (0, 20), (1, 21)] + (20..<30).map { (2, $0) }

  private func alerts(_ stage: Stage, rate: Double = 0.5) -> [Alert] {
    var settings = DetectionSettings()
    settings.quietDays = 0
    settings.rejecto.minimumRejectionRate = rate
    return stage.alerts(friendships: Self.friendships, settings: settings)
  }

  /// Two adults who are friends and a third of many friends, all turned down by four children.
  private func stage() -> Stage {
    var stage = Stage(Rejecto.entry)
    for (number, kind) in [EventKind.refusal, .expiry, .block, .report].enumerated() {
      for adult in 0..<3 { stage.on(0.1 * Double(number + 1), kind, 10 + number, adult) }
    }
    stage.on(1.5, .post, 30, 30)
    return stage
  }

  @Test("names two friends as one group, and not the one with many friends")
  func groups() {
    let alerts = alerts(stage())
    #expect(alerts.map(\.suspect) == [AccountID(0), AccountID(1)])
    #expect(alerts.allSatisfy { $0.cause == 12 && $0.score == 0.8 })
    #expect(alerts.last?.reasons.map(\.value) == [4, 2, 0.8])
    #expect(alerts.last?.reasons.first?.events == [1, 4, 7, 10])
  }

  @Test("gives the one with many friends its own group, of a lower rate")
  func many() {
    let third = alerts(stage(), rate: 0).filter { $0.suspect == AccountID(2) }
    #expect(third.map(\.score) == [4.0 / 14])
  }

  @Test("takes no account of children, of few rejections, or of those who became friends after all")
  func innocent() {
    var stage = Stage(Rejecto.entry)
    for child in 10..<15 {
      stage.on(0.1, .refusal, child, 40)
      stage.on(0.1, .refusal, child, 3)
    }
    for child in 10..<15 { stage.on(0.2, .acceptance, child, 3) }
    for child in 10..<12 { stage.on(0.3, .refusal, child, 4) }
    stage.on(1.5, .post, 30, 30)
    #expect(alerts(stage, rate: 0).isEmpty)
  }

  @Test("forgets rejections older than its window")
  func window() {
    var stage = stage()
    for day in [20, 29, 40] { stage.on(Double(day) + 0.5, .post, 30, 30) }
    #expect(Set(alerts(stage).map(\.time.day)) == [1, 20])
  }
}
