import Foundation
import Testing

/// What a file, a disk or another program can do to a command, and what must not come of it.
@Suite("A results file", .tags(.endToEnd), .serialized) struct DurabilityTests {
  private let scratch: Scratch
  private var output: String { scratch.path("run.sqlite") }

  init() throws { scratch = try Scratch() }

  private func command(_ name: String, seed: Int) -> [String] {
    [
      name, Tocsin.scenario("quickstart.yaml"), "--seed", "\(seed)", "--quiet", "--set",
      "population.accounts=1000", "--set", "calendar.days=20", "-o", output,
    ]
  }

  private func digest() throws -> String {
    let ending = try Tocsin.run(["digest", output])
    #expect(ending.status == 0, "\(ending.stderr)")
    return ending.stdout
  }

  /// Runs the program where no file may be larger than so many KiB, which is what a full disk is to
  /// it.
  private func run(_ arguments: [String], upToKiB limit: Int) throws -> Tocsin.Ending {
    let words = ([Tocsin.executable.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "trap '' XFSZ; ulimit -f \(limit); exec \(words)"]
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Tocsin.Ending(
      status: process.terminationStatus,
      wasKilled: process.terminationReason == .uncaughtSignal, stdout: "",
      stderr: String(decoding: text, as: UTF8.self))
  }

  @Test("for which there is no room leaves the earlier one, and goes on once there is")
  func fullDisk() throws {
    #expect(try Tocsin.run(command("simulate", seed: 2)).status == 0)
    let new = try digest()
    #expect(try Tocsin.run(command("simulate", seed: 1)).status == 0)
    let earlier = try digest()
    for limit in [200, 1_000] {
      let ending = try run(command("simulate", seed: 2) + ["--resume"], upToKiB: limit)
      #expect(ending.status == 1 && !ending.wasKilled, "\(limit) KiB: \(ending)")
      #expect(ending.stderr.contains("error: \(output): "), "\(limit) KiB: \(ending)")
      #expect(try digest() == earlier)
    }
    let resumed = try Tocsin.run(command("simulate", seed: 2) + ["--resume"])
    #expect(resumed.status == 0, "\(resumed)")
    #expect(try digest() == new)
    #expect(try scratch.names() == ["run.sqlite"])
  }

  @Test("in a folder where nothing can be written is refused, with and without --resume")
  func readOnlyFolder() throws {
    for resume in [[], ["--resume"]] {
      let arguments = command("run", seed: 1).dropLast() + ["/proc/run.sqlite"] + resume
      let ending = try Tocsin.run(Array(arguments))
      #expect(ending.status == 2)
      #expect(ending.stderr.hasPrefix("error: /proc/run.sqlite: nothing can be written in the "))
    }
  }

  @Test("into which replays are written shows readers whole replays, and never an error")
  func readersOfReplays() throws {
    #expect(try Tocsin.run(command("run", seed: 1)).status == 0)
    let counts =
      "SELECT (SELECT count(*) FROM replay) AS r, (SELECT count(*) FROM alert) AS a, "
      + "(SELECT count(*) FROM metric) AS m"
    func read() throws -> [Int] {
      let ending = try Tocsin.run(["query", output, counts, "--csv"])
      #expect(ending.status == 0, "\(ending)")
      return ending.stdout.split(separator: "\n").last?.split(separator: ",").compactMap {
        Int($0)
      } ?? []
    }
    let one = try read()
    #expect(one.count == 3 && one[0] == 1 && one[1] > 0)
    var replays = 1
    var seen = 0
    // On a machine that starts readers slowly, writers are done before anybody has read: once more.
    for _ in 0..<20 where seen < 2 {
      var writers: [RunningTocsin] = []
      for _ in 0..<3 { writers.append(try Tocsin.start(["replay", output, "--quiet"])) }
      while writers.contains(where: \.isRunning) {
        let found = try read()
        #expect(found == one.map { $0 * (found.first ?? 0) })
        seen += 1
        #expect(try Tocsin.run(["info", output]).status == 0)
      }
      for writer in writers { #expect(try writer.ending().status == 0) }
      replays += 3
      #expect(try read() == one.map { $0 * replays })
    }
    #expect(seen >= 2)
    #expect(try Tocsin.run(["info", "--check", output]).status == 0)
  }

  @Test("that a run is about to replace shows readers the earlier run or the new one, whole")
  func readersOfEarlierFile() throws {
    #expect(try Tocsin.run(command("run", seed: 2)).status == 0)
    let new = try digest()
    #expect(try Tocsin.run(command("run", seed: 1)).status == 0)
    let earlier = try digest()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: output))
    var seen: [String] = []
    for _ in 0..<20 where seen.count < 4 {
      try bytes.write(to: URL(fileURLWithPath: output))
      let writer = try Tocsin.start(command("run", seed: 2))
      while writer.isRunning { seen.append(try digest()) }
      #expect(try writer.ending().status == 0)
      #expect(try digest() == new)
    }
    #expect(seen.count >= 4 && seen.allSatisfy { [earlier, new].contains($0) })
  }
}
