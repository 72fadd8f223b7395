import Designs
import Foundation
import Scoring
import Testing

@testable import Experiments

@Suite("A question of sensitivity") struct SensitivityPlanTests {
  private static let scenario = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Scenarios/quickstart.yaml").standardizedFileURL.path

  private func plan(
    _ method: SensitivityPlan.Method,
    keys: [String] = ["activity.views.unrelated-children-share=0..1"],
    metric: String = "preceded", detector: String = "any", set: [String] = [], seeds: Int = 2
  ) throws -> SensitivityPlan {
    try SensitivityPlan(
      Self.scenario, overrides: set, method: method, metric: metric, detector: detector,
      detectors: [], keys: keys, seeds: 1...seeds)
  }

  /// What came out of all worlds, without making them.
  private func found(
    _ plan: SensitivityPlan, _ value: (Job) -> Double?
  ) throws -> SensitivityPlan.Found {
    var found = SensitivityPlan.Found()
    for index in 0..<plan.sweep.count {
      found.values.append(value(plan.sweep.job(at: index)))
      found.worlds.count += 1
    }
    return found
  }

  private func number(_ key: String, in job: Job) -> Double? {
    job.overrides.last { $0.hasPrefix(key + "=") }.flatMap { Double($0.dropFirst(key.count + 1)) }
  }

  @Test("a tornado sets nothing first, then each key to both ends, each point with the same seeds")
  func tornadoJobs() throws {
    let plan = try plan(
      .tornado,
      keys: ["campaigns.reach-median=2..100:log", "campaigns.move-median-days"],
      set: ["population.accounts=500"])
    let first = plan.sweep.seeds.lowerBound
    #expect(plan.sweep.count == 10)
    #expect(
      (0..<plan.sweep.count).map {
        plan.sweep.job(at: $0).overrides.dropFirst().joined(separator: " ")
      } == [
        "", "", "campaigns.reach-median=2", "campaigns.reach-median=2",
        "campaigns.reach-median=100", "campaigns.reach-median=100",
        "campaigns.move-median-days=0.01", "campaigns.move-median-days=0.01",
        "campaigns.move-median-days=14", "campaigns.move-median-days=14",
      ])
    #expect((0..<4).map { plan.sweep.job(at: $0).seed } == [first, first + 1, first, first + 1])
    #expect(plan.sweep.job(at: 7).overrides.first == "population.accounts=500")
  }

  @Test("a tornado tells the change between the ends with Student's interval over the seeds")
  func tornadoResult() throws {
    let plan = try plan(.tornado, keys: ["campaigns.reach-median=2..100", "campaigns.cue-scale"])
    let found = try found(plan) { job in
      // Seeds differ in level by 10, and in the change of the first key by 0.02.
      let later = Double((job.seed ?? 0) - plan.sweep.seeds.lowerBound)
      let reach = number("campaigns.reach-median", in: job).map { $0 == 100 ? 0.3 : 0 } ?? 0.1
      return reach * (1 + later * 0.02 / 0.3) + later * 10
    }
    let result = plan.result(of: found)
    #expect(result.keys.map(\.path) == ["campaigns.reach-median", "campaigns.cue-scale"])
    guard case .swing(let low, let high, let change) = try #require(result.keys[0].finding) else {
      Issue.record("no swing")
      return
    }
    #expect(abs(low - 5) < 1e-12)
    #expect(abs(high - 5.31) < 1e-12)
    // Changes of 0.3 and 0.32: 0.31 with 12.7 times 0.01.
    let estimate = try #require(change)
    #expect(abs(estimate.value - 0.31) < 1e-12)
    #expect(abs(estimate.high - (0.31 + 0.12706204736174694)) < 1e-9)
    #expect(result.keys[1].finding?.size == 0)
    // The mean of 0.1 at the first seed, and of 0.1 (1 + 0.02 / 0.3) + 10 at the second.
    let baseline = try #require(result.baseline)
    let expected: Double = 0.1 + 0.1 * 0.02 / 0.3 / 2 + 5
    #expect(abs(baseline - expected) < 1e-12)
  }

  @Test(
    "elementary effects are of the whole range, ranked by size; a world without a value drops a step"
  )
  func morris() throws {
    let plan = try plan(
      .morris(trajectories: 8),
      keys: ["campaigns.cue-scale=1..3", "campaigns.reach-median=2..100"],
      seeds: 1)
    var missing = 3
    let found = try found(plan) { job in
      missing -= 1
      guard missing != 0 else { return nil }
      return -4 * (number("campaigns.reach-median", in: job) ?? 0) / 98
        + (number("campaigns.cue-scale", in: job) ?? 0) / 2
    }
    let result = plan.result(of: found)
    #expect(result.keys.map(\.path) == ["campaigns.reach-median", "campaigns.cue-scale"])
    guard case .effects(let size, let mean, _) = try #require(result.keys[0].finding) else {
      Issue.record("no effects")
      return
    }
    // Values have six digits.
    #expect(abs(size.value - 4) < 1e-4 && abs(mean + 4) < 1e-4)
  }

  @Test(
    "a key with values at less than half of its steps or rows is not told of; others say what is lost",
    arguments: [SensitivityPlan.Method.morris(trajectories: 8), .sobol(rows: 8)])
  func lost(method: SensitivityPlan.Method) throws {
    let plan = try plan(
      method, keys: ["campaigns.cue-scale=1..3", "campaigns.reach-median=2..100"], seeds: 1)
    let width = plan.sweep.pointCount / 8
    func result(whole ways: Int) throws -> SensitivityResult {
      var index = -1
      return plan.result(
        of: try found(plan) { job in
          index += 1
          guard index / width < ways else { return nil }
          return (number("campaigns.cue-scale", in: job) ?? 0)
            * (number("campaigns.reach-median", in: job) ?? 0)
        })
    }
    #expect(try result(whole: 8).keys.allSatisfy { $0.finding != nil && $0.lost == 0 })
    #expect(try result(whole: 4).keys.allSatisfy { $0.finding != nil && $0.lost == 4 })
    #expect(try result(whole: 3).keys.allSatisfy { $0.finding == nil && $0.lost == 5 })
  }

  @Test(
    "a metric that is the same everywhere moves with no key; one that is hardly there tells nothing"
  )
  func constant() throws {
    for method in [SensitivityPlan.Method.sobol(rows: 8), .morris(trajectories: 8), .tornado] {
      let plan = try plan(
        method, keys: ["campaigns.cue-scale=1..3", "campaigns.reach-median=2..100"], seeds: 1)
      let same = plan.result(of: try found(plan) { _ in 0.3 })
      #expect(same.keys.allSatisfy { $0.finding?.size == 0 && $0.lost == 0 })
      var isFirst = true
      let once = plan.result(
        of: try found(plan) { _ in
          defer { isFirst = false }
          return isFirst ? 1 : nil
        })
      #expect(once.keys.allSatisfy { $0.finding == nil })
    }
  }

  @Test("of a key whose own points have no value all rows are lost, and of others none")
  func lostAlone() throws {
    let plan = try plan(
      .sobol(rows: 8), keys: ["campaigns.cue-scale=1..3", "campaigns.reach-median=2..100"], seeds: 1
    )
    var index = -1
    let result = plan.result(
      of: try found(plan) { job in
        index += 1
        return index % 4 == 1 ? nil : number("campaigns.reach-median", in: job)
      })
    for key in result.keys {
      let isLost = key.path == "campaigns.cue-scale"
      #expect((key.finding == nil) == isLost && key.lost == (isLost ? 8 : 0))
    }
  }

  @Test("Sobol's indices of a sum are shares of its variance")
  func sobol() throws {
    let plan = try plan(
      .sobol(rows: 64), keys: ["campaigns.cue-scale=0.5..1.5", "campaigns.move-sigma=1..2"],
      seeds: 1)
    let found = try found(plan) { job in
      (number("campaigns.cue-scale", in: job) ?? 0) + 2
        * (number("campaigns.move-sigma", in: job) ?? 0)
    }
    let result = plan.result(of: found)
    #expect(result.keys.map(\.path) == ["campaigns.move-sigma", "campaigns.cue-scale"])
    for (key, share) in zip(result.keys, [0.8, 0.2]) {
      guard case .indices(let total, let first) = try #require(key.finding) else {
        Issue.record("no indices")
        continue
      }
      // 64 even points: errors of a few parts in 64.
      #expect(abs(total.value - share) < 0.05 && abs(first.value - share) < 0.05)
    }
  }

  @Test("all keys with a range are varied by default, but those of detectors that do not run")
  func allKeys() throws {
    let paths = try SensitivityKeys([], in: Scenario(), detectors: ["view-spike"]).varied.map(
      \.path)
    #expect(paths.contains("campaigns.reach-median"))
    #expect(paths.contains("delivery.late-share"))
    #expect(!paths.contains { $0.contains("[]") })
    #expect(!paths.contains { $0.hasPrefix("detection.unconnected-outreach.") })
    let running = try SensitivityKeys([], in: Scenario(), detectors: ["unconnected-outreach"])
      .varied.map(\.path)
    #expect(running.contains { $0.hasPrefix("detection.unconnected-outreach.") })
  }

  @Test("keys within lists are varied element by element, over the range of the row")
  func elements() throws {
    func paths(_ chosen: [String]) throws -> [String] {
      try SensitivityKeys(chosen, in: Scenario(), detectors: []).varied.map(\.path)
    }
    #expect(try paths([]).contains("campaigns.profiles[2].reach-factor"))
    let shares = (0..<3).map { "campaigns.profiles[\($0)].share" }
    #expect(try paths(["campaigns.profiles[].share"]) == shares)
    let second = try paths(["campaigns.profiles[1]"])
    #expect(second.count > 10 && second.allSatisfy { $0.hasPrefix("campaigns.profiles[1].") })
    #expect(try paths(["campaigns.profiles"]).count == 3 * second.count)
    let plan = try plan(
      .tornado, keys: ["campaigns.profiles[1].share", "campaigns.profiles[2].share=0..0.5"])
    #expect(
      plan.keys.map { $0.override(at: 1) } == [
        "campaigns.profiles[1].share=1", "campaigns.profiles[2].share=0.5",
      ])
    #expect(throws: SensitivityError.withoutRange("campaigns.profiles[0].name", bounds: nil)) {
      try paths(["campaigns.profiles[0].name"])
    }
    for absent in ["campaigns.profiles[7].share", "campaigns.profiles[7]"] {
      #expect(throws: SensitivityError.noElement(absent)) { try paths([absent]) }
    }
  }

  @Test("a key of which an end of the catalogue's range is refused is left out, with the reason")
  func leftOut() throws {
    var keys = try SensitivityKeys(
      ["campaigns.cue-scale", "campaigns.reach-median"], in: Scenario(), detectors: [])
    let high = keys.varied[1].override(at: 1)
    try keys.leaveOut { $0 == high ? "too high" : nil }
    #expect(keys.varied.map(\.path) == ["campaigns.cue-scale"])
    #expect(keys.leftOut.map(\.path) == ["campaigns.reach-median"])
    #expect(keys.leftOut[0].reason == "too high")
  }

  @Test(
    "a given range of which an end is refused is an error with that refusal",
    arguments: [
      ("population.accounts=-5..1000", "found -5"),
      ("campaigns.recontact-share=0..5", "found 5, expected a number from 0 to 1"),
      ("campaigns.profiles[99].share=0.1..0.5", "there is no such element"),
    ])
  func refusedRange(option: String, reason: String) {
    #expect {
      try plan(.tornado, keys: ["campaigns.cue-scale", option])
    } throws: { "\($0)".hasPrefix("--keys \(option): ") && "\($0)".contains(reason) }
  }

  @Test("what cannot be asked is refused by name")
  func refusals() {
    #expect(throws: SensitivityError.unknownMetric("preceeded", nearest: "preceded")) {
      try plan(.tornado, metric: "preceeded")
    }
    #expect {
      try plan(.tornado, detector: "nobody")
    } throws: { "\($0)".hasPrefix("--detector: found nobody, expected any or one that runs: ") }
    #expect(
      throws: SensitivityError.unknownKey(
        "campaigns.reach-medan", nearest: "campaigns.reach-median")
    ) { try plan(.tornado, keys: ["campaigns.reach-medan"]) }
    #expect {
      try plan(.tornado, keys: ["campaigns.recontact-share"], set: [])
    } throws: { "\($0)".hasSuffix("give one from 0 to 1 as campaigns.recontact-share=low..high") }
    for option in ["seed", "seed=1..5"] {
      #expect(throws: SweepError.seed(option: option)) { try plan(.tornado, keys: [option]) }
    }
    #expect(throws: SensitivityError.notARange("campaigns.reach-median=1,2")) {
      try plan(.tornado, keys: ["campaigns.reach-median=1,2"])
    }
    #expect(throws: DesignError.repeated("campaigns.cue-scale")) {
      try plan(.tornado, keys: ["campaigns.cue-scale", "campaigns.cue-scale=1..2"])
    }
    #expect(
      throws:
        SweepError.setAndVaried(key: "campaigns.cue-scale", option: "campaigns.cue-scale=2")
    ) {
      try plan(.tornado, keys: ["campaigns.cue-scale"], set: ["campaigns.cue-scale=2"])
    }
    #expect {
      try plan(.sobol(rows: 4), keys: ["activity"])
    } throws: { "\($0)".hasPrefix("--method sobol takes at most 64 keys") }
  }
}
