import Foundation

/// The questions of earlier days, kept in a file of the person who asked them.
///
/// It is `query-history` in `$XDG_STATE_HOME/tocsin`, else in `~/.local/state/tocsin`. Where it
/// cannot be read or written, there is no history; nothing else depends on it.
struct PromptHistory {
  private let file: URL

  /// Our choice: a file that stays small, and more than anybody looks through.
  private static let kept = 1_000

  init() {
    let environment = ProcessInfo.processInfo.environment
    let home = FileManager.default.homeDirectoryForCurrentUser
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
      ?? home.appendingPathComponent(".local/state")
    file = state.appendingPathComponent("tocsin/query-history")
  }

  /// The lines, oldest first.
  var lines: [String] {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").suffix(Self.kept).map(String.init)
  }

  /// Keeps a line, unless it is the last one again.
  func add(_ line: String) {
    let before = lines
    guard before.last != line else { return }
    let text = (before.suffix(Self.kept - 1) + [line]).map { $0 + "\n" }.joined()
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? text.write(to: file, atomically: true, encoding: .utf8)
  }
}
