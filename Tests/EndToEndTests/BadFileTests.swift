import Foundation
import Testing

@Suite("A file that is no sound run is refused in one line") struct BadFileTests {
  private let scratch: Scratch
  private var file: String { scratch.path("bad.sqlite") }

  init() throws { scratch = try Scratch() }

  /// A small complete run, made once.
  private static let run = Result { () throws -> Data in
    let scratch = try Scratch()
    let path = scratch.path("run.sqlite")
    let ending = try Tocsin.run([
      "simulate", Tocsin.scenario("quickstart.yaml"), "--quiet", "--set",
      "population.accounts=200", "--set", "calendar.days=7", "-o", path,
    ])
    #expect(ending.status == 0, "\(ending.stderr)")
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private func write(_ bytes: Data) throws {
    try bytes.write(to: URL(fileURLWithPath: file))
  }

  /// The same run under another program's application id, which SQLite keeps at byte 68.
  private func foreign() throws -> Data {
    var bytes = try Self.run.get()
    bytes.replaceSubrange(68..<72, with: [0, 0, 0, 1])
    return bytes
  }

  private func expectRefusal(_ words: String, of commands: [String] = ["info", "digest"]) throws {
    for command in commands {
      let ending = try Tocsin.run([command, file])
      #expect(ending.status == 2 && !ending.wasKilled, "\(command): \(ending)")
      #expect(ending.stdout.isEmpty, "\(command)")
      let start = "error: \(file): \(words)"
      #expect(ending.stderr.hasPrefix(start), "\(command): \(ending.stderr)")
      #expect(ending.stderr.split(separator: "\n").count == 1, "\(command): \(ending.stderr)")
    }
  }

  @Test("a missing file") func missing() throws { try expectRefusal("there is no such file;") }

  @Test("a folder")
  func folder() throws {
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    try expectRefusal("this is a folder or a device,")
  }

  @Test("an empty file, a tiny one and a text", arguments: [0, 1, 99, 100, 10_000])
  func text(length: Int) throws {
    try write(Data(repeating: UInt8(ascii: "a"), count: length))
    try expectRefusal("this is not an SQLite database;")
  }

  @Test("another program's database")
  func otherProgram() throws {
    try write(try foreign())
    try expectRefusal("this database was not made by Tocsin (application id 1,")
  }

  @Test("a run in a newer format, whose number SQLite keeps at byte 60")
  func newerFormat() throws {
    var bytes = try Self.run.get()
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 9])
    try write(bytes)
    try expectRefusal(
      "the file has format 9 and this Tocsin reads formats up to 1;",
      of: ["info", "digest", "replay", "query"])
  }

  @Test("a run cut short", arguments: [0, 1, 50, 99])
  func head(length: Int) throws {
    try write(try Self.run.get().prefix(length))
    try expectRefusal("this is not an SQLite database;")
  }

  @Test("a run cut short behind its header", arguments: [0, 0.001, 0.1, 0.5, 0.9, 0.99, 1])
  func cut(share: Double) throws {
    let bytes = try Self.run.get()
    try write(bytes.prefix(100 + Int(share * Double(bytes.count - 101))))
    try expectRefusal("the file is damaged (")
  }

  @Test("a run with a bit of an event's time turned over")
  func flipped() throws {
    var bytes = [UInt8](try Self.run.get())
    // The first events happen in order within hours, so their times look like no other bytes:
    // ascending little-endian numbers below 86,400 with a third byte of 0 or 1 and a fourth of 0.
    let times = try #require(
      (0..<bytes.count - 256).first { start in
        guard bytes[start] != 0, bytes[start + 3] == 0, bytes[start + 7] == 0 else { return false }
        let numbers = (0..<64).map { row in
          (0..<4).reduce(0) { $0 | Int(bytes[start + 4 * row + $1]) << (8 * $1) }
        }
        return (numbers.last ?? 0) < 86_400 && zip(numbers, numbers.dropFirst()).allSatisfy(<=)
          && Set(numbers).count > 16
      })
    bytes[times + 4 * 8 + 3] ^= 0x80
    try write(Data(bytes))
    try expectRefusal("the file is damaged (", of: ["digest", "replay"])
  }

  @Test(
    "an output that would harm something is refused, and nothing is touched",
    arguments: ["folder missing", "folder", "foreign", "text"])
  func output(kind: String) throws {
    var path = file
    switch kind {
    case "folder missing": path = scratch.path("none/run.sqlite")
    case "folder":
      try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    case "foreign": try write(try foreign())
    default: try write(Data("a text\n".utf8))
    }
    let before = try? Data(contentsOf: URL(fileURLWithPath: file))
    let names = try scratch.names()
    let ending = try Tocsin.run(["run", Tocsin.scenario("quickstart.yaml"), "--quiet", "-o", path])
    #expect(ending.status == 2)
    #expect(ending.stdout.isEmpty)
    #expect(ending.stderr.hasPrefix("error: \(path): "), "\(ending.stderr)")
    #expect(ending.stderr.split(separator: "\n").count == 1, "\(ending.stderr)")
    #expect(try scratch.names() == names)
    #expect((try? Data(contentsOf: URL(fileURLWithPath: file))) == before)
  }
}
