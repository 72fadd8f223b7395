import Activity
import Population
import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Hardness

@Suite("Hardness of a run") struct HardnessResultTests {
  /// A run with about 60 groomers, made once for all tests.
  private static let run = SmallRun(days: 12, groomerShare: 0.05)
  private static let measured = result()

  private static func result(
    world: World = run.world, truth: GroundTruth = run.truth, threads: Int = 1
  ) -> HardnessResult {
    var survey = ConductSurvey(of: world, from: CalendarSettings().start)
    survey.consume(run.log)
    return HardnessAssessment(of: survey, truth: truth, seed: 1, threads: threads).result()
  }

  @Test("has a best feature of each family, a tree, a twin and the columns, all within bounds")
  func rows() throws {
    let all = SeparationRow.allProfiles
    let best = try #require(Self.measured.row(all, .best))
    let families = try Feature.Family.allCases.map { try #require(Self.measured.row(all, $0)) }
    #expect(best.auc == families.compactMap(\.auc).max())
    #expect(families.map(\.tried).reduce(0, +) == best.tried)
    #expect(best.groomers == Self.run.truth.groomers.count)
    #expect(Self.measured.row(all, .tree)?.auc.map { $0 > 0.5 && $0 <= 1 } == true)
    let twin = try #require(Self.measured.row(all, .twin))
    #expect(twin.innocents >= HardnessResult.fewestTwins)
    #expect(Self.measured.columns.map(\.feature) == ["account-id", "opened"])
    for row in Self.measured.rows {
      #expect(row.auc.map { (0...1).contains($0) } == true, "\(row)")
    }
  }

  @Test("is the same on any number of threads")
  func threads() {
    #expect(Self.result(threads: 3) == Self.measured)
  }

  @Test("finds groomers above chance, and no column that tells them")
  func groomers() {
    #expect(Self.measured.row(SeparationRow.allProfiles, .best)?.exceedsChance == true)
    #expect(Self.measured.separatingColumns.isEmpty)
  }

  @Test("finds nothing above chance in accounts that were called groomers at random")
  func placebo() throws {
    // Each is above the 95th percentile of chance with probability 0.05: two or more of three with
    // probability 0.007.
    let adults = (0..<Self.run.world.accountCount).filter { Self.run.world.age(of: $0) >= 18 }
    let found = try (0..<3).map { offset in
      var truth = Self.run.truth
      // Numbers of accounts say nothing of their owners.
      truth.groomers = adults.indices.filter { $0 % 20 == 5 * offset + 1 }
        .map { AccountID(adults[$0]) }
      truth.groomerProfiles = truth.groomers.map { _ in 0 }
      let best = try #require(Self.result(truth: truth).row(SeparationRow.allProfiles, .best))
      return best.exceedsChance
    }
    #expect(found.count(where: \.self) < 2)
  }

  @Test("names the column that gives groomers away: numbers, or the day of opening")
  func leak() {
    var world = Self.run.world
    for groomer in world.groomers { world.declared.opened[groomer.index] = 0 }
    #expect(Self.result(world: world).separatingColumns.map(\.feature) == ["opened"])
    var truth = Self.run.truth
    truth.groomers = (0..<world.accountCount).filter { world.age(of: $0) >= 18 }.prefix(60)
      .map { AccountID($0) }
    truth.groomerProfiles = truth.groomers.map { _ in 0 }
    #expect(Self.result(truth: truth).separatingColumns.map(\.feature) == ["account-id"])
  }

  @Test("looks for leaks within platforms: one that has other groomers and other days is none")
  func platforms() {
    var world = Self.run.world
    world.platforms = ["main", "chat"]
    let groomers = Set(world.groomers.map(\.index))
    for account in 0..<world.accountCount {
      let isLate = account % 2 == 0 ? groomers.contains(account) : account % 16 == 1
      world.accountPlatforms[account] = isLate ? 1 : 0
      world.declared.opened[account] = isLate ? 100 : -100
    }
    let column = Self.result(world: world).columns.first { $0.feature == "opened" }
    #expect(column?.auc == 0.5)
  }

  @Test("tells profiles apart, and all together from a profile by itself")
  func profiles() throws {
    var truth = Self.run.truth
    truth.profiles = ["hasty", "absent", "patient"]
    truth.groomerProfiles = truth.groomers.indices.map { $0 < 12 ? 2 : 0 }
    let result = Self.result(truth: truth)
    #expect(result.profiles == ["all", "hasty", "patient"])
    #expect(result.row("all", .best) == Self.measured.row("all", .best))
    let (all, hasty) = (truth.groomers.count, result.row("hasty", .best)?.groomers)
    #expect(hasty == all - 12 && result.row("patient", .best)?.groomers == 12)
    // Of fewer groomers, chance makes more.
    let chance = try ["all", "patient"].map { try #require(result.row($0, .best)?.chance) }
    #expect(chance[0] < chance[1])
  }

  @Test("gives no verdict on fewer than ten groomers, but looks at the columns all the same")
  func few() throws {
    var truth = Self.run.truth
    truth.groomers = Array(truth.groomers.prefix(9))
    truth.groomerProfiles = truth.groomers.map { _ in 0 }
    let result = Self.result(truth: truth)
    let best = try #require(result.row(SeparationRow.allProfiles, .best))
    #expect(best.auc == nil && best.groomers == 9)
    #expect(result.rows.count == 3)
    truth.groomers = []
    truth.groomerProfiles = []
    #expect(Self.result(truth: truth).columns.map(\.auc) == [nil, nil])
  }

  @Test("has features with names of their own, a sentence each, in every family")
  func catalogue() {
    let features = FeatureCatalogue.all
    #expect(Set(features.map(\.name)).count == features.count)
    #expect(features.allSatisfy { $0.about.last == "." && !$0.about.dropLast().contains(".") })
    #expect(Set(features.map(\.family)).count == Feature.Family.allCases.count)
    #expect(features.allSatisfy { $0.value(Conduct()).isFinite })
  }

  @Test("draws stand-ins whose best of many is beyond a half, the further the fewer they are")
  func chance() {
    func best(of features: Int, groomers: Int) -> Double {
      let standIns = StandIns(for: [groomers], among: 1_000, group: 0, seed: 1)
      return StandIns.percentile95(
        ofBest: (0..<features).map { feature in
          let values = (0..<1_000).map { Float(($0 * (2 * feature + 7)) % 1_009) }
          return standIns.areas(RankOrder(of: values).midranks)[0]
        })
    }
    // One feature, 100 groomers: two-sided 95 %, 0.5 + 1.96 * sqrt(1001 / (12 * 100 * 900)) = 0.560.
    // The 95th of 200 draws has a standard error of about 0.003.
    #expect(abs(best(of: 1, groomers: 100) - 0.560) < 0.012)
    #expect(best(of: 20, groomers: 100) > best(of: 1, groomers: 100))
    #expect(best(of: 20, groomers: 15) > best(of: 20, groomers: 100))
  }
}
