#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The lines of a file or of standard input, one by one, in the memory of the longest.
public struct LineInput: Sendable {
  /// The path, or `standard input`.
  public let name: String
  private let file: OpenFile
  private var reader = LineReader()
  private var isAtEnd = false

  /// A line, without its end.
  public struct Line: Sendable, Equatable {
    /// What stands in it.
    public var bytes: [UInt8]
    /// Whether it ended with a line break: the last of a file that was cut short does not.
    public var isWhole: Bool
  }

  /// The longest line that is taken; our choice, far above any that is meant.
  public static let longest = 1 << 26
  private static let pieceBytes = 1 << 16
  /// How often somebody who waits for input is asked whether to stop, in milliseconds.
  private static let patience: Int32 = 100

  /// A file that is closed when nobody reads it any more.
  private final class OpenFile: Sendable {
    let descriptor: Int32
    let isOwn: Bool

    init(_ descriptor: Int32, isOwn: Bool) {
      self.descriptor = descriptor
      self.isOwn = isOwn
    }

    deinit { if isOwn { _ = close(descriptor) } }
  }

  /// Opens a file.
  ///
  /// - Throws: `LineInputError` if it cannot be opened.
  public init(file path: String) throws(LineInputError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LineInputError(name: path, reason: Self.systemWords) }
    name = path
    file = OpenFile(descriptor, isOwn: true)
  }

  private init(standardInput: Int32) {
    name = "standard input"
    file = OpenFile(standardInput, isOwn: false)
  }

  /// What another program or a person hands over.
  public static var standardInput: LineInput { LineInput(standardInput: STDIN_FILENO) }

  /// The next line; nil at the end, and once it is interrupted.
  ///
  /// - Parameter isInterrupted: asked while nothing comes.
  /// - Returns: the line without its end.
  /// - Throws: `LineInputError` if it cannot be read, or a line is longer than any that is meant.
  public mutating func next(
    isInterrupted: () -> Bool = { false }
  ) throws(LineInputError) -> Line? {
    while true {
      if let bytes = reader.next() { return Line(bytes: bytes, isWhole: true) }
      if isAtEnd { return reader.rest().map { Line(bytes: $0, isWhole: false) } }
      guard reader.bytesAtHand <= Self.longest else {
        throw LineInputError(
          name: name, reason: "a line is longer than \(Self.longest >> 20) MB; is it text?")
      }
      while !isReady() {
        if isInterrupted() { return nil }
      }
      try read()
    }
  }

  /// Waits a moment for input or its end.
  private func isReady() -> Bool {
    var waiting = pollfd(fd: file.descriptor, events: Int16(POLLIN), revents: 0)
    // Safe: the system writes into the local variable, during the call.
    return unsafe poll(&waiting, 1, Self.patience) > 0
  }

  private mutating func read() throws(LineInputError) {
    // Safe: the system writes into the new array's room, no more than there is.
    var got = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { room, count in
      got = unsafe readBytes(file.descriptor, room.baseAddress, Self.pieceBytes)
      count = max(got, 0)
    }
    if got > 0 {
      reader.append(piece)
    } else if got == 0 {
      isAtEnd = true
    } else if errno != EINTR, errno != EAGAIN {
      throw LineInputError(name: name, reason: Self.systemWords)
    }
  }

  private func readBytes(_ descriptor: Int32, _ room: UnsafeMutableRawPointer?, _ count: Int) -> Int
  {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, room, count)
    #else
      unsafe Darwin.read(descriptor, room, count)
    #endif
  }

  private static var systemWords: String { unsafe String(cString: strerror(errno)) }
}

/// Input that cannot be read.
public struct LineInputError: Error, Equatable, CustomStringConvertible {
  /// The path, or `standard input`.
  public var name: String
  /// What the system says, or what is wrong.
  public var reason: String

  /// What was to be read, and why it cannot be.
  public var description: String { "\(name): cannot be read (\(reason)); check what it is" }
}
