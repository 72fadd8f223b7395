import Foundation

/// The program at a terminal of its own, at which a test types and looks.
final class PseudoTerminal {
  private let process = Process()
  private let side: Int32
  /// What the program wrote that was not looked at yet.
  private var unseen = ""

  /// What a person sees who waits in vain.
  struct NothingCame: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts the program at a new terminal.
  ///
  /// - Parameters:
  ///   - arguments: what follows the program's name.
  ///   - environment: changes to the environment.
  /// - Throws: where there is no terminal, or the program cannot be started.
  init(_ arguments: [String], environment: [String: String]) throws {
    let terminal: FileHandle
    (side, terminal) = try Self.open()
    process.executableURL = Tocsin.executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
    try terminal.close()
  }

  deinit {
    if process.isRunning { process.terminate() }
    close(side)
  }

  /// Opens a new terminal.
  ///
  /// - Returns: the side at which a person sits, and the program's.
  private static func open() throws -> (Int32, FileHandle) {
    #if canImport(Glibc)
      // Glibc's header hides posix_openpt() from Swift; these requests are what it makes.
      let side = unsafe Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var unlocked: Int32 = 0
      var number: UInt32 = 0
      let (unlock, tellNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      guard side >= 0, unsafe ioctl(side, unlock, &unlocked) == 0,
        unsafe ioctl(side, tellNumber, &number) == 0
      else { throw NothingCame(description: "no pseudo-terminal is to be had") }
      let name = "/dev/pts/\(number)"
    #else
      let side = posix_openpt(O_RDWR | O_NOCTTY)
      guard side >= 0, grantpt(side) == 0, unlockpt(side) == 0, let path = unsafe ptsname(side)
      else { throw NothingCame(description: "no pseudo-terminal is to be had") }
      let name = unsafe String(cString: path)
    #endif
    return (side, try FileHandle(forUpdating: URL(fileURLWithPath: name)))
  }

  /// Types keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = unsafe write(side, bytes, bytes.count)
  }

  /// Waits until the program has written a text, and looks past it.
  ///
  /// - Returns: all that it wrote since the last look, the text included.
  @discardableResult
  func see(_ text: String, withinSeconds limit: Double = 30) throws -> String {
    let end = Date(timeIntervalSinceNow: limit)
    while true {
      if let range = unseen.range(of: text) {
        let seen = String(unseen[..<range.upperBound])
        unseen.removeSubrange(..<range.upperBound)
        return seen
      }
      var input = pollfd(fd: side, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&input, 1, 200) > 0 else {
        if Date() < end { continue }
        throw NothingCame(description: "waiting for \(text), there is only \(unseen)")
      }
      var bytes = [UInt8](repeating: 0, count: 4_096)
      let count = unsafe read(side, &bytes, bytes.count)
      guard count > 0 else {
        throw NothingCame(description: "the program ended before \(text): \(unseen)")
      }
      unseen += String(decoding: bytes[..<count], as: UTF8.self).replacing("\r\n", with: "\n")
    }
  }

  /// The exit code, once the program has ended.
  func status(withinSeconds limit: Double = 30) throws -> Int32 {
    let end = Date(timeIntervalSinceNow: limit)
    while process.isRunning {
      guard Date() < end else { throw NothingCame(description: "waiting for the program's end") }
      usleep(10_000)
    }
    return process.terminationStatus
  }
}
