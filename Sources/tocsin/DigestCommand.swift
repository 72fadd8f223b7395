import ArgumentParser
import Foundation
import Reporting
import Storage

/// `tocsin digest`: fingerprints of what a file holds.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Print fingerprints (SHA-256) of a file's world, events, truth, alerts and metrics.",
    discussion: """
      Equal results have equal fingerprints, however they were made or laid out. Where the file \
      does not hold every event (key `recording`), a line `held` is that of those it holds, and \
      `events` is what the run took down of all of them.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    let digest = try RunFile(opening: file).digest()
    guard json else {
      let parts =
        [
          ("world", digest.world), ("events", digest.events), ("truth", digest.truth),
          ("alerts", digest.alerts), ("metrics", digest.metrics),
        ] + (digest.held.map { [("held", $0)] } ?? [])
      for (name, value) in parts {
        print(name.padding(toLength: 8, withPad: " ", startingAt: 0) + value)
      }
      return
    }
    print(try JSONText.text(of: digest), terminator: "")
  }
}
