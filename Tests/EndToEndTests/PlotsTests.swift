import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("tocsin validate --plots", .tags(.endToEnd))
struct PlotsTests {
  private static let files = [
    "ages.svg", "clustering.svg", "degrees.svg", "distances.svg", "places.svg",
  ]

  /// What validates a world small enough to be made in a moment, with these options.
  private static func arguments(_ options: [String]) -> [String] {
    ["validate", Tocsin.scenario("quickstart.yaml"), "--set", "population.accounts=400", "--quiet"]
      + options
  }

  private func pictures(in folder: String) throws -> [Data] {
    try Self.files.map { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")) }
  }

  @Test("makes the folder, draws every picture, and says which files there are")
  func draws() throws {
    let scratch = try Scratch()
    let folder = scratch.path("some/pictures")
    let ending = try Tocsin.run(Self.arguments(["--plots", folder]))
    #expect(ending.status < 2 && ending.stderr.isEmpty)
    let list = ["degrees", "clustering", "distances", "ages", "places"].map {
      "\(folder)/\($0).svg\n"
    }
    #expect(ending.stdout.hasSuffix("\n\nPictures\n" + list.joined()))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == Self.files)
    for picture in try pictures(in: folder) { #expect(XMLParser(data: picture).parse()) }
    // The table above is what it is without pictures.
    let plain = try Tocsin.run(Self.arguments([]))
    #expect(ending.stdout.hasPrefix(plain.stdout) && ending.status == plain.status)
  }

  @Test("replaces earlier pictures by the same bytes on any number of threads, and nothing else")
  func again() throws {
    let scratch = try Scratch()
    _ = try scratch.write("mine", to: "notes.txt")
    _ = try scratch.write("an earlier picture", to: "ages.svg")
    let folder = scratch.folder.path
    let first = try Tocsin.run(Self.arguments(["--plots", folder, "--threads", "1"]))
    let one = try pictures(in: folder)
    let second = try Tocsin.run(Self.arguments(["--plots", folder, "--threads", "2"]))
    #expect(first == second)
    #expect(try pictures(in: folder) == one)
    #expect(try scratch.names() == (Self.files + ["notes.txt"]).sorted())
    #expect(try String(contentsOfFile: scratch.path("notes.txt"), encoding: .utf8) == "mine")
  }

  @Test("leaves JSON alone on standard output")
  func json() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.path
    let ending = try Tocsin.run(Self.arguments(["--json", "--plots", folder]))
    #expect(try ending.stdout == Tocsin.run(Self.arguments(["--json"])).stdout)
    #expect(ending.stderr.hasPrefix("Pictures\n\(folder)/degrees.svg\n"))
    #expect(try scratch.names() == Self.files)
  }

  @Test("draws the world of a results file as that of its scenario")
  func file() throws {
    let scratch = try Scratch()
    let run = scratch.path("run.sqlite")
    let simulated = try Tocsin.run(
      ["simulate"] + Self.arguments(["--set", "calendar.days=1", "-o", run]).dropFirst())
    #expect(simulated.status == 0, "\(simulated.stderr)")
    _ = try Tocsin.run(["validate", run, "--plots", scratch.path("file")])
    _ = try Tocsin.run(Self.arguments(["--plots", scratch.path("scenario")]))
    #expect(
      try pictures(in: scratch.path("file")) == pictures(in: scratch.path("scenario")))
  }

  @Test("refuses a folder that is a file, or that cannot be made or written, with code 2")
  func refusals() throws {
    let scratch = try Scratch()
    let file = try scratch.write("mine", to: "notes.txt")
    let taken = scratch.path("taken")
    try FileManager.default.createDirectory(
      atPath: taken + "/ages.svg", withIntermediateDirectories: true)
    for (folder, words) in [
      (file, "--plots \(file): this is a file, and a folder was expected; name a folder"),
      (file + "/inside", "--plots \(file)/inside: the folder cannot be made ("),
      (taken, "--plots \(taken): nothing can be written in this folder (ages.svg: "),
      ("", "--plots: found nothing, expected the path of a folder."),
    ] {
      let ending = try Tocsin.run(Self.arguments(["--plots", folder]))
      #expect(ending.status == 2 && ending.stdout.isEmpty)
      #expect(ending.stderr.hasPrefix("error: " + words), "\(ending.stderr)")
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
  }
}
