import Foundation
import Testing

/// Kills, interrupts and rivals: whatever happens, an earlier file is whole or replaced by a whole.
@Suite("A run that is ended early", .serialized) struct KillTests {
  private let scratch: Scratch
  private var output: String { scratch.path("run.sqlite") }

  init() throws { scratch = try Scratch() }

  /// Arguments of a small run; seed 1 is the earlier file's, seed 2 that of the run that is ended.
  private func run(seed: Int, to path: String, recording: String = "all") -> [String] {
    [
      "run", Tocsin.scenario("quickstart.yaml"), "--seed", "\(seed)", "--quiet", "--set",
      "population.accounts=1000", "--set", "calendar.days=30", "--set", "recording=\(recording)",
      "-o", path,
    ]
  }

  private func digest(_ path: String) throws -> String {
    let ending = try Tocsin.run(["digest", path])
    #expect(ending.status == 0, "\(ending.stderr)")
    return ending.stdout
  }

  /// Runs the whole of it and returns how long that took, in seconds.
  private func whole(seed: Int, to path: String, recording: String = "all") throws -> Double {
    let start = Date()
    let ending = try Tocsin.run(run(seed: seed, to: path, recording: recording))
    #expect(ending.status == 0, "\(ending.stderr)")
    return Date().timeIntervalSince(start)
  }

  /// Starts a run of seed 2 over the earlier file and ends it after so many seconds.
  private func end(
    with signal: Int32, after seconds: Double, recording: String = "all"
  ) throws -> Tocsin.Ending {
    let earlier = try Data(contentsOf: URL(fileURLWithPath: output))
    var seconds = seconds
    while true {
      let program = try Tocsin.start(run(seed: 2, to: output, recording: recording))
      Thread.sleep(forTimeInterval: seconds)
      program.send(signal)
      let ending = try program.ending()
      if ending.status != 0 || seconds < 0.01 { return ending }
      // On a machine that has less to do than before it was too late: once more, and sooner.
      try earlier.write(to: URL(fileURLWithPath: output))
      seconds *= 0.8
    }
  }

  /// What a kill may leave beside the output: nothing that claims to be a run and is not whole.
  private func checkLeftovers(whole: String) throws {
    for name in try scratch.names() where name != "run.sqlite" && name != "whole.sqlite" {
      let path = scratch.path(name)
      let about = try Tocsin.run(["info", path])
      let isWhole = about.status == 0 && !about.stdout.contains("INCOMPLETE")
      if isWhole {
        #expect(try digest(path) == whole, "\(name) claims to be complete")
      } else {
        #expect(about.status == 0 || about.status == 2, "\(name): \(about)")
        let replay = try Tocsin.run(["replay", path])
        #expect(replay.status == 2 && replay.stdout.isEmpty, "\(name): \(replay)")
      }
    }
  }

  @Test(
    "killed at any moment, it leaves the earlier file and nothing that claims to be whole",
    arguments: [("all", 10), ("child-facing", 4), ("none", 4)])
  func killed(recording: String, moments: Int) throws {
    let duration = try whole(
      seed: 2, to: scratch.path("whole.sqlite"), recording: recording)
    let new = try digest(scratch.path("whole.sqlite"))
    _ = try whole(seed: 1, to: output)
    let earlier = try digest(output)
    let earlierBytes = try Data(contentsOf: URL(fileURLWithPath: output))
    var keptEarlier = 0
    for moment in 0..<moments {
      let seconds = duration * (Double(moment) + 0.5) / Double(moments)
      let ending = try end(with: SIGKILL, after: seconds, recording: recording)
      #expect(ending.wasKilled && ending.status == SIGKILL)
      let left = try digest(output)
      // A kill while the report is printed comes after the new file, whole, took its place.
      #expect([earlier, new].contains(left), "killed after \(seconds) of \(duration) s")
      if left == earlier { keptEarlier += 1 }
      try earlierBytes.write(to: URL(fileURLWithPath: output))
      try checkLeftovers(whole: new)
    }
    #expect(keptEarlier >= moments / 2, "most kills came before the new file was complete")
    _ = try whole(seed: 2, to: output, recording: recording)
    #expect(try digest(output) == new)
    #expect(try scratch.names() == ["run.sqlite", "whole.sqlite"])
  }

  @Test("interrupted, it ends with 130, leaves the earlier file, and goes on with --resume")
  func interrupted() throws {
    let duration = try whole(seed: 2, to: scratch.path("whole.sqlite"))
    let new = try digest(scratch.path("whole.sqlite"))
    _ = try whole(seed: 1, to: output)
    let earlier = try digest(output)
    let earlierBytes = try Data(contentsOf: URL(fileURLWithPath: output))
    for share in [0.4, 0.8] {
      let ending = try end(with: SIGINT, after: duration * share)
      #expect(ending.status == 130 && !ending.wasKilled)
      #expect(ending.stdout.isEmpty)
      let words = ending.stderr.split(separator: " ")
      #expect(ending.stderr.hasPrefix("interrupted; ") && words.count > 2)
      #expect(
        ending.stderr.hasSuffix(
          " of 30 days are kept beside \(output): the same command with --resume goes on from "
            + "there\n"))
      #expect(
        try scratch.names() == [
          "run.sqlite", "run.sqlite.partial", "run.sqlite.partial-state", "whole.sqlite",
        ])
      #expect(try digest(output) == earlier)
      let resumed = try Tocsin.run(run(seed: 2, to: output) + ["--resume"])
      #expect(resumed.status == 0)
      #expect(resumed.stderr == "note: goes on with the \(words[1]) days that are there\n")
      #expect(try digest(output) == new)
      #expect(try scratch.names() == ["run.sqlite", "whole.sqlite"])
      try earlierBytes.write(to: URL(fileURLWithPath: output))
    }
  }

  @Test(
    "killed again and again, it goes on with --resume to the same results",
    arguments: ["all", "child-facing", "none"])
  func resumed(recording: String) throws {
    func simulate(_ path: String) -> [String] {
      [
        "simulate", Tocsin.scenario("quickstart.yaml"), "--quiet", "--set",
        "population.accounts=1000", "--set", "calendar.days=30", "--set", "recording=\(recording)",
        "-o", path,
      ]
    }
    let start = Date()
    #expect(try Tocsin.run(simulate(scratch.path("whole.sqlite"))).status == 0)
    var duration = Date().timeIntervalSince(start)
    var notes: [String] = []
    for attempt in 0..<100 {
      let program = try Tocsin.start(
        simulate(output) + ["--resume", "--threads", "\(1 + attempt % 2)"])
      // Long enough to get farther than the time before.
      Thread.sleep(forTimeInterval: duration * (0.4 + 0.05 * Double(attempt)))
      program.send(SIGKILL)
      let ending = try program.ending()
      notes.append(ending.stderr)
      if ending.status == 0 && (notes.count > 2 || duration < 0.01) { break }
      #expect(ending.wasKilled || ending.status == 0, "\(ending)")
      if ending.status == 0 {
        // On a machine that has less to do than before they were too late: once more, and sooner.
        notes = []
        duration *= 0.5
        try FileManager.default.removeItem(atPath: output)
      }
    }
    #expect(notes.count > 2 && notes.last?.hasPrefix("note: goes on with") == true, "\(notes)")
    #expect(try digest(output) == digest(scratch.path("whole.sqlite")))
    #expect(try Tocsin.run(["info", "--check", output]).status == 0)
    #expect(try scratch.names() == ["run.sqlite", "whole.sqlite"])
  }

  @Test("while it goes on, a second run to the same output is refused")
  func rival() throws {
    let first = try Tocsin.start(run(seed: 1, to: output))
    while first.isRunning, !FileManager.default.fileExists(atPath: output + ".partial") {
      Thread.sleep(forTimeInterval: 0.005)
    }
    let second = try Tocsin.run(run(seed: 2, to: output))
    #expect(second.status == 1)
    #expect(
      second.stderr
        == "error: \(output): another run is writing this output; wait for it or name another "
        + "output\n")
    #expect(try first.ending().status == 0)
    #expect(try scratch.names() == ["run.sqlite"])
  }

  @Test("a replay that is killed leaves the file with its earlier replays")
  func killedReplay() throws {
    _ = try whole(seed: 1, to: output)
    let before = try digest(output)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: output))
    let start = Date()
    #expect(try Tocsin.run(["replay", output]).status == 0)
    let duration = Date().timeIntervalSince(start)
    let after = try digest(output)
    #expect(after != before)
    for moment in 0..<5 {
      try bytes.write(to: URL(fileURLWithPath: output))
      let seconds = duration * (Double(moment) + 0.5) / 5
      let program = try Tocsin.start(["replay", output])
      Thread.sleep(forTimeInterval: seconds)
      program.send(SIGKILL)
      let wasKilled = try program.ending().wasKilled
      // All of the new replay or nothing of it.
      #expect(try (wasKilled ? [before, after] : [after]).contains(digest(output)))
    }
  }
}
