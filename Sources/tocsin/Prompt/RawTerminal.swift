import Foundation

/// The terminal while a line is typed: every key is handed over at once, and none is shown.
///
/// Every `unsafe` here passes a local variable to the system for the time of a call.
enum RawTerminal {
  /// Whether a person sits before both input and output.
  static let isThere = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1

  /// Does work in raw mode, and gives the terminal back as it was.
  static func whileRaw<Result>(_ work: () -> Result) -> Result {
    var before = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return work() }
    var raw = before
    unsafe cfmakeraw(&raw)
    // Line feeds go on beginning a new line.
    raw.c_oflag |= tcflag_t(OPOST)
    unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    defer { unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
    return work()
  }

  /// Waits for what is typed; nil once nobody is there, or the program is to end.
  static func read() -> [UInt8]? {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    // A signal does not end the wait by itself.
    while unsafe poll(&input, 1, 200) == 0 {
      if Terminal.isInterrupted { return nil }
    }
    var bytes = [UInt8](repeating: 0, count: 1_024)
    let count = unsafe Foundation.read(STDIN_FILENO, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : nil
  }

  /// Writes at once.
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
