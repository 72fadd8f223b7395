import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What `tocsin report` writes, and how it ends.
@Suite("tocsin report", .tags(.endToEnd))
struct ReportTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A run of a town small enough to be had in a moment, its page beside it.
  private func run(_ options: [String] = []) throws -> (file: String, page: String) {
    let file = scratch.path("town.sqlite")
    let page = scratch.path("first.html")
    let run = try Tocsin.run(
      [
        "run", Tocsin.scenario("quickstart.yaml"), "--quiet", "-o", file, "--report", page,
        "--set", "population.accounts=800", "--set", "calendar.days=12",
        "--set", "population.groomers.per-adult-account=0.04",
      ] + options)
    try #require(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    return (file, page)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("writes the same page as a run does, on any number of threads")
  func same() throws {
    let (file, first) = try run()
    let again = scratch.path("again.html")
    for threads in ["1", "2"] {
      let report = try Tocsin.run(
        ["report", file, "-o", again, "--quiet", "--threads", threads])
      #expect(report.status == 0 && report.stderr.isEmpty)
      #expect(report.stdout == "\(again) is written; open it in a browser\n")
      #expect(try text(again) == text(first))
    }
    let page = try text(first)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.utf8.count < 3_000_000)
    #expect(XMLParser(data: Data(page.utf8)).parse())
    // Everything is there: the curve over all thresholds, a case, the pictures of the network.
    for id in [
      "undetected", "strips", "precision", "kinds", "story", "separation", "network-places",
    ] {
      #expect(page.contains("id=\"\(id)\""), "\(id)")
    }
  }

  @Test("writes beside you by default, and tells the case that is asked for")
  func chosen() throws {
    let (file, _) = try run()
    let report = try Tocsin.run(
      ["report", file, "--quiet", "--case", "1"], in: scratch.folder)
    #expect(report.stdout == "town.html is written; open it in a browser\n")
    let page = try text(scratch.path("town.html"))
    #expect(page.contains("Case 1: groomer #") && page.contains("It was asked for."))
  }

  @Test("puts two runs side by side, and tells which keys differ")
  func pair() throws {
    let (file, _) = try run()
    let second = scratch.path("second.sqlite")
    let run = try Tocsin.run(
      [
        "run", Tocsin.scenario("quickstart.yaml"), "--quiet", "-o", second, "--set",
        "population.accounts=400", "--set", "calendar.days=6",
      ])
    try #require(run.status == 0, "\(run.stderr)")
    let report = try Tocsin.run(["report", file, second], in: scratch.folder)
    #expect(report.status == 0)
    #expect(report.stdout == "town-and-second.html is written; open it in a browser\n")
    let page = try text(scratch.path("town-and-second.html"))
    #expect(XMLParser(data: Data(page.utf8)).parse())
    for key in ["calendar.days", "population.accounts", "population.groomers.per-adult-account"] {
      #expect(page.contains(">\(key)<"), "\(key)")
    }
    #expect(!page.contains(">seed<"))
    let three = try Tocsin.run(["report", file, second, file])
    #expect(three.status == 2 && three.stderr.contains("found 3 files, expected one or two"))
  }

  @Test("leaves JSON of a run alone on standard output")
  func json() throws {
    let scratch = try Scratch()
    let run = try Tocsin.run(
      [
        "run", Tocsin.scenario("quickstart.yaml"), "--quiet", "--json", "-o",
        scratch.path("t.sqlite"), "--report", scratch.path("t.html"), "--set",
        "population.accounts=400", "--set", "calendar.days=3",
      ])
    #expect(run.status == 0)
    #expect((try? JSONSerialization.jsonObject(with: Data(run.stdout.utf8))) != nil)
    #expect(try text(scratch.path("t.html")).hasPrefix("<!DOCTYPE html>"))
  }

  @Test("says what is missing, with code 2")
  func refused() throws {
    let town = try Town()
    let none = try Tocsin.run(["report", town.file, "--quiet"])
    #expect(none.status == 2 && none.stderr.contains("no replay in it yet; run `tocsin replay"))
    let (file, _) = try run()
    let unknown = try Tocsin.run(["report", file, "--quiet", "--case", "9999"])
    #expect(unknown.status == 2)
    #expect(unknown.stderr.contains("--case: found 9999, expected a case from 0 to "))
    let replay = try Tocsin.run(["report", file, "--quiet", "--replay", "7"])
    #expect(replay.status == 2 && replay.stderr.contains("7"))
    let folder = scratch.path("nowhere/page.html")
    let unwritable = try Tocsin.run(["report", file, "--quiet", "-o", folder])
    #expect(unwritable.status == 2)
    #expect(unwritable.stderr.contains("nowhere does not exist; make it or name another output"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let over = try Tocsin.run(["report", file, "--quiet", "-o", file])
    #expect(over.status == 2 && over.stderr.contains("--output: found \(file), expected another"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
  }
}
