import Foundation
import Testing

/// The built `tocsin` program, run as a user would run it.
enum Tocsin {
  /// How a run of the program ended.
  struct Ending: Equatable {
    /// The exit code; of a program that a signal ended, the signal's number.
    var status: Int32
    /// Whether a signal that it did not catch ended it.
    var wasKilled = false
    var stdout: String
    var stderr: String
  }

  /// Runs the program and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: what follows the program's name.
  ///   - folder: the working directory; relative paths start there.
  /// - Returns: its exit code and its words.
  /// - Throws: where the program cannot be started.
  static func run(_ arguments: [String], in folder: URL? = nil) throws -> Ending {
    try start(arguments, in: folder).ending()
  }

  /// Starts the program and does not wait for it.
  static func start(_ arguments: [String], in folder: URL? = nil) throws -> RunningTocsin {
    try RunningTocsin(arguments, in: folder)
  }

  /// The program, which SwiftPM builds beside the bundle of tests.
  static var executable: URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let folder = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return folder.appendingPathComponent("tocsin")
  }

  /// The root of the package, where `Scenarios` is.
  static var package: URL {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// The path of a scenario that comes with the package, such as `quickstart.yaml`.
  static func scenario(_ name: String) -> String {
    package.appendingPathComponent("Scenarios/\(name)").path
  }
}

/// A started `tocsin`, which can be sent signals.
struct RunningTocsin {
  private let process = Process()
  // Files rather than pipes: a pipe that is not read while the program runs would stop it.
  private let words: Scratch

  fileprivate init(_ arguments: [String], in folder: URL?) throws {
    words = try Scratch()
    process.executableURL = Tocsin.executable
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try words.emptyFile("stdout")
    process.standardError = try words.emptyFile("stderr")
    try Self.withoutBlockedSignals { try process.run() }
  }

  /// Does work on this thread with no signal held back.
  ///
  /// A program inherits the signals that the thread that starts it holds back, and the threads
  /// that tests run on hold back SIGINT: the program would never see it.
  private static func withoutBlockedSignals(_ work: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try work()
  }

  /// Whether the program has not ended yet.
  var isRunning: Bool { process.isRunning }

  /// Sends a signal, such as `SIGKILL`.
  func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Types Ctrl-C, once the program listens for it; before that it would end any program.
  func interrupt() throws {
    while isRunning, try !listens(for: SIGINT) { Thread.sleep(forTimeInterval: 0.01) }
    send(SIGINT)
  }

  /// Whether the program does something of its own at a signal: of the mask that Linux tells, bit 0 is
  /// of signal 1.
  private func listens(for signal: Int32) throws -> Bool {
    let path = "/proc/\(process.processIdentifier)/status"
    guard let status = try? String(contentsOfFile: path, encoding: .utf8) else { return false }
    let mask = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }?.dropFirst(7)
    let bits = try #require(UInt64(mask?.trimmingPrefix(while: \.isWhitespace) ?? "", radix: 16))
    return bits & (1 << UInt64(signal - 1)) != 0
  }

  /// Waits for the end.
  func ending() throws -> Tocsin.Ending {
    process.waitUntilExit()
    return Tocsin.Ending(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      stdout: try words.text("stdout"), stderr: try words.text("stderr"))
  }
}

/// A folder of its own for a test, gone when the test is.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tocsin-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String {
    folder.appendingPathComponent(name).path
  }

  /// The names in the folder, in order.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// Writes a file and returns its path.
  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    return path(name)
  }

  fileprivate func emptyFile(_ name: String) throws -> FileHandle {
    try FileHandle(forWritingTo: URL(fileURLWithPath: try write("", to: name)))
  }

  fileprivate func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
