import Foundation
import Testing

@Suite("tocsin score and replay --thresholds", .tags(.endToEnd)) struct ThresholdsCommandTests {
  private static let small = [
    Tocsin.scenario("quickstart.yaml"), "--set", "population.accounts=600", "--set",
    "calendar.days=20", "--set", "population.groomers.per-adult-account=0.05",
  ]
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  private struct Row: Decodable, Equatable {
    var detector: String
    var name: String
    var value: Double?
    var low: Double?
    var high: Double?

    var isOverThresholds: Bool {
      name == "roc-area" || name == "average-precision"
        || name.contains("-at-0-")
          && !name.hasPrefix("precision") && !name.hasPrefix("review")
        || name.hasPrefix("preceded-mean-to")
    }
  }

  private struct Report: Decodable {
    struct Evaluation: Decodable {
      var metrics: [Row]
    }
    var evaluation: Evaluation
  }

  private struct Result: Decodable {
    var metrics: [Row]
  }

  private func succeed(_ arguments: [String]) throws -> String {
    let ending = try Tocsin.run(arguments, in: folder.folder)
    #expect(ending.status == 0, "\(arguments): \(ending.stderr)")
    return ending.stdout
  }

  private func rows(_ arguments: [String]) throws -> [Row] {
    let text = try succeed(arguments + ["--json"])
    return try JSONDecoder().decode(Report.self, from: Data(text.utf8)).evaluation.metrics
      .filter(\.isOverThresholds)
  }

  @Test(
    "give what a job of the same world gives, whatever the file holds, on any number of threads")
  func alike() throws {
    _ = try succeed(["run"] + Self.small + ["-o", "all.sqlite"])
    _ = try succeed(["run"] + Self.small + ["--set", "recording=none", "-o", "none.sqlite"])
    let rows = try rows(["score", "all.sqlite", "--thresholds"])
    #expect(rows.count { $0.name == "roc-area" && $0.value != nil } == 4)
    #expect(try self.rows(["score", "none.sqlite", "--thresholds", "--threads", "1"]) == rows)
    #expect(try self.rows(["replay", "all.sqlite", "--thresholds", "--threads", "2"]) == rows)
    #expect(try self.rows(["score", "all.sqlite"]).allSatisfy { $0.value == nil })
    _ = try succeed(["replicate"] + Self.small + ["--seeds", "1..1", "-o", "jobs.jsonl"])
    let line = try String(contentsOfFile: folder.path("jobs.jsonl"), encoding: .utf8)
    let job = try JSONDecoder().decode(Result.self, from: Data(line.utf8))
    #expect(job.metrics.filter(\.isOverThresholds) == rows)
    #expect(try succeed(["score", "all.sqlite", "--thresholds"]).contains("At every threshold"))
  }

  @Test("are refused where nothing can be known")
  func refused() throws {
    _ = try succeed(["simulate"] + Self.small + ["-o", "town.sqlite"])
    _ = try succeed(["export", "town.sqlite", "--platform-view", "-o", "blind.sqlite"])
    let blind = try Tocsin.run(["replay", "blind.sqlite", "--thresholds"], in: folder.folder)
    #expect(blind.status == 2)
    #expect(
      blind.stderr
        == "error: --thresholds: blind.sqlite holds no truth to choose thresholds by; leave it out\n"
    )
    let alerts = try Tocsin.run(
      ["score", "town.sqlite", "--thresholds", "--alerts", "alerts.csv"], in: folder.folder)
    #expect(alerts.status == 2 && alerts.stderr.contains("--alerts and --thresholds: found both"))
  }
}
