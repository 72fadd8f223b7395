import Detection
import Foundation
import Storage
import Synchronization
import Testing

@testable import Experiments

@Suite("A run that was ended early") final class ResumeTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tocsin-resume-\(UUID().uuidString)")
  private var output: String { folder.appendingPathComponent("run.sqlite").path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func scenario(_ settings: [String] = []) throws -> ScenarioFile {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try ScenarioFile(
      path: package.appendingPathComponent("Scenarios/quickstart.yaml").path,
      overrides: [
        "population.accounts=600", "calendar.days=12", "population.groomers.per-adult-account=0.05",
      ] + settings)
  }

  /// Runs a scenario, with detectors where all is recorded, as `tocsin run` and `simulate` do.
  private func run(
    _ file: ScenarioFile, threads: Int = 1, resuming resumed: ((Int?) -> Void)? = nil,
    _ watch: Watch = Watch()
  ) throws {
    let replay = Replay(
      through: DetectorCatalogue.entries.filter { $0.group == .pattern },
      settings: file.scenario.detection, batchRows: 1_000,
      threads: threads)
    let isWhole = file.scenario.recording == .all
    try Simulate(file, output: output, threads: threads, saving: .everyDay)
      .run(watch, resuming: resumed, through: isWhole ? replay : nil) { draft, alerts in
        if isWhole { try Score.add(alerts, of: replay, to: draft) }
      }
  }

  private func bytes(_ suffix: String = "") throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: output + suffix))
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test(
    "interrupted again and again, ends with the same bytes at every level of recording",
    arguments: RecordingLevel.allCases)
  func interrupted(level: RecordingLevel) throws {
    let file = try Self.scenario(["recording=\(level.rawValue)"])
    try run(file)
    let whole = try bytes()
    try FileManager.default.removeItem(atPath: output)
    var days: [Int?] = []
    for attempt in 0..<100 {
      // Every attempt gets a little farther than the one before, in days and then in stages.
      let checks = Mutex(0)
      let watch = Watch(
        report: { _ in checks.withLock { $0 += 1 } },
        shouldStop: { checks.withLock { $0 } > 5 + 9 * attempt % 47 })
      do {
        try run(file, threads: 1 + attempt % 2, resuming: { days.append($0) }, watch)
        break
      } catch let error as Suspended {
        #expect(error.cause is Interrupted)
        #expect(try names() == ["run.sqlite.partial", "run.sqlite.partial-state"])
      } catch is Interrupted {
        continue
      }
    }
    #expect(try bytes() == whole)
    #expect(try names() == ["run.sqlite"])
    #expect(days.first == .some(nil) && days.count > 4, "\(days)")
    #expect(days.dropFirst().allSatisfy { $0 != nil })
  }

  /// What a kill leaves at a moment.
  private struct Left {
    var stage: StageProgress.Stage
    var files: [String: Data]
  }

  @Test("killed in any day ends with the same bytes, behind the days with the same content")
  func killed() throws {
    let file = try Self.scenario()
    // What a kill would leave at a moment is copied while the run goes on.
    let left = Mutex<[Left]>([])
    let checks = Mutex(0)
    let output = output
    try run(
      file,
      Watch(report: { progress in
        let number = checks.withLock { number in
          number += 1
          return number
        }
        guard number % 23 == 0 || progress.stage != .days else { return }
        let files = ["", "-journal", "-state"].compactMap { suffix -> (String, Data)? in
          let name = ".partial" + suffix
          return (try? Data(contentsOf: URL(fileURLWithPath: output + name))).map { (name, $0) }
        }
        left.withLock {
          $0.append(Left(stage: progress.stage, files: Dictionary(uniqueKeysWithValues: files)))
        }
      }))
    let whole = try bytes()
    let digest = try RunFile(opening: output).digest()
    try FileManager.default.removeItem(atPath: output)
    var resumed: [Int] = []
    for moment in left.withLock({ $0 }) where moment.files[".partial-state"] != nil {
      for (suffix, bytes) in moment.files {
        try bytes.write(to: URL(fileURLWithPath: output + suffix))
      }
      try run(file, resuming: { resumed.append($0 ?? -1) })
      if moment.stage == .days { #expect(try bytes() == whole, "day \(resumed.last ?? -1)") }
      #expect(try RunFile(opening: output).digest() == digest)
      #expect(try FileCheck(of: output, Watch()).isSound)
      #expect(try names() == ["run.sqlite"])
    }
    #expect(resumed.count > 8 && Set(resumed).count > 3 && resumed.contains(12), "\(resumed)")
  }

  /// Leaves an unfinished run.
  private func leave(_ settings: [String] = []) throws {
    let days = Mutex(0)
    let watch = Watch(
      report: { progress in days.withLock { $0 = progress.stage == .days ? progress.done : 0 } },
      shouldStop: { days.withLock { $0 } > 3 })
    #expect(throws: Suspended.self) { try run(Self.scenario(settings), watch) }
  }

  @Test(
    "is not gone on with as another run, says what differs, and stays as it is",
    arguments: [
      ("seed=7", "the seed was 1 and is 7"),
      ("recording=none", "`recording` was all and is none"),
      ("calendar.days=13", "the scenario had `days: 12` where it has `days: 13`"),
    ])
  func otherRun(setting: String, difference: String) throws {
    try leave()
    let before = try (bytes(".partial"), bytes(".partial-state"))
    #expect(throws: StorageError.otherDraft(path: output, difference: difference)) {
      try run(Self.scenario([setting]), resuming: { _ in })
    }
    #expect(try (bytes(".partial"), bytes(".partial-state")) == before)
    try run(Self.scenario(), resuming: { #expect($0 == 4) })
  }

  @Test("is not gone on with when its state or its file is damaged, and stays as it is")
  func damaged() throws {
    try leave()
    let state = try bytes(".partial-state")
    let draft = try bytes(".partial")
    for place in [3, 18, 1_000, state.count - 1] {
      var other = state
      other[place] ^= 1
      try other.write(to: URL(fileURLWithPath: output + ".partial-state"))
      #expect(throws: StorageError.draftDamaged(path: output)) {
        try run(Self.scenario(), resuming: { _ in })
      }
      #expect(try bytes(".partial-state") == other)
    }
    try state.write(to: URL(fileURLWithPath: output + ".partial-state"))
    try draft.prefix(draft.count / 2).write(to: URL(fileURLWithPath: output + ".partial"))
    #expect(throws: StorageError.draftDamaged(path: output)) {
      try run(Self.scenario(), resuming: { _ in })
    }
    try draft.write(to: URL(fileURLWithPath: output + ".partial"))
    try run(Self.scenario(), resuming: { #expect($0 == 4) })
  }

  @Test("is replaced by a run that is not to go on with it")
  func replaced() throws {
    try leave()
    try run(Self.scenario())
    #expect(try names() == ["run.sqlite"])
  }
}
