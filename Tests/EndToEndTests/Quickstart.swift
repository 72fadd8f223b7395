import Foundation

/// The quickstart, run once for all tests that hold a page to what a reader gets.
enum Quickstart {
  /// What a run left.
  struct Run {
    /// The results file.
    var file: String
    /// What it printed.
    var stdout: String
  }

  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tocsin-quickstart-\(ProcessInfo.processInfo.processIdentifier)")

  /// The run that README.md shows, in a folder that goes when the tests end.
  static let run = Result<Run, any Error> {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: folder) }
    let ending = try Tocsin.run(
      ["run", Tocsin.scenario("quickstart.yaml"), "--quiet"], in: folder)
    guard ending.status == 0 else { throw Failed(words: ending.stderr) }
    return Run(
      file: folder.appendingPathComponent("quickstart.sqlite").path, stdout: ending.stdout)
  }

  /// The run failed.
  struct Failed: Error {
    var words: String
  }
}
