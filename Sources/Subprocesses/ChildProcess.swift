import Foundation
import Synchronization

/// A shell command as a process of ours, with pipes to its three standard streams.
///
/// No call but `init`, `end` and `stop` waits. The process leads a group of its own, so that what it
/// starts in its turn ends with it unless that leaves the group; the process itself has ended, and
/// been waited for, when this value is gone, whatever group it is in.
///
/// Every `unsafe` here passes a string or a local variable to the system for the time of a call.
final class ChildProcess: Sendable {
  /// What the process writes.
  enum Stream: Int { case output, errors }

  /// How it ended.
  enum Ending: Sendable, Equatable {
    case code(Int32)
    case signal(Int32)
  }

  /// What came of reading.
  enum Reading {
    case bytes([UInt8])
    case nothingYet
    case ended
  }

  /// What came of writing.
  enum Writing {
    case bytes(Int)
    case ended
  }

  /// A call of the system that failed, in words.
  struct Failure: Error {
    let words: String

    init(_ code: Int32) { words = unsafe String(cString: strerror(code)) }
  }

  private struct State {
    var input: Int32
    var reading: [Int32]
    var ending: Ending?
  }

  private static let chunkBytes = 65_536
  /// Room for a few batches, so that both processes work at once; less is allowed as well.
  private static let pipeBytes: Int32 = 1 << 20

  /// Held while pipes are made, so that no other program of ours inherits their ends.
  private static let starting = Mutex(())

  private let process: pid_t
  private let state: Mutex<State>

  /// Starts a command as `/bin/sh -c` does.
  init(shell command: String) throws(Failure) {
    let (process, input, output, errors) = try Self.starting.withLock {
      _ throws(Failure) -> (pid_t, Pipe, Pipe, Pipe) in
      let (input, output, errors) = (try Pipe(), try Pipe(), try Pipe())
      let process = try Self.spawn(
        command, standard: [input.reader.number, output.writer.number, errors.writer.number])
      return (process, input, output, errors)
    }
    self.process = process
    for end in [input.writer, output.reader, errors.reader] {
      _ = fcntl(end.number, F_SETFL, O_NONBLOCK)
    }
    #if os(Linux)
      let setPipeSize: Int32 = 1_031  // F_SETPIPE_SZ, which the header hides from Swift.
      _ = fcntl(input.writer.number, setPipeSize, Self.pipeBytes)
    #endif
    state = Mutex(
      State(
        input: input.writer.release(),
        reading: [output.reader.release(), errors.reader.release()]))
  }

  deinit { stop() }

  /// Waits until the process can be written to or read from, or some time is over.
  ///
  /// - Parameters:
  ///   - writing: whether to wait for room to write.
  ///   - reading: whether to wait for its output; its errors are always waited for.
  ///   - milliseconds: for how long at most.
  func wait(writing: Bool, reading: Bool, milliseconds: Int32) {
    let state = state.withLock { $0 }
    var asked = [
      // A number below 0 is passed over.
      pollfd(fd: writing ? state.input : -1, events: Int16(POLLOUT), revents: 0),
      pollfd(
        fd: reading ? state.reading[Stream.output.rawValue] : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: state.reading[Stream.errors.rawValue], events: Int16(POLLIN), revents: 0),
    ]
    _ = unsafe poll(&asked, nfds_t(asked.count), milliseconds)
  }

  /// Writes what there is room for.
  ///
  /// - Returns: how many bytes of those from a position on; or that nobody reads them any more.
  func write(_ bytes: [UInt8], from start: Int, to end: Int) -> Writing {
    let input = state.withLock { $0.input }
    guard input >= 0 else { return .ended }
    let count = Self.withoutBrokenPipes {
      unsafe bytes.withUnsafeBytes {
        unsafe Foundation.write(input, $0.baseAddress?.advanced(by: start), end - start)
      }
    }
    if count >= 0 { return .bytes(count) }
    return errno == EAGAIN || errno == EINTR ? .bytes(0) : .ended
  }

  /// Reads what is there.
  func read(_ stream: Stream) -> Reading {
    let number = state.withLock { $0.reading[stream.rawValue] }
    guard number >= 0 else { return .ended }
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkBytes) { buffer, used in
      count = unsafe Foundation.read(number, buffer.baseAddress, buffer.count)
      used = max(count, 0)
    }
    if count > 0 { return .bytes(bytes) }
    if count < 0, errno == EAGAIN || errno == EINTR { return .nothingYet }
    state.withLock {
      _ = close($0.reading[stream.rawValue])
      $0.reading[stream.rawValue] = -1
    }
    return .ended
  }

  /// Tells the process that nothing more comes.
  func closeInput() {
    state.withLock {
      if $0.input >= 0 { _ = close($0.input) }
      $0.input = -1
    }
  }

  /// How the process ended, if it has; what it started in its turn ends as well.
  func ending() -> Ending? {
    state.withLock { state in
      if state.ending == nil { state.ending = reap(options: WNOHANG) }
      return state.ending
    }
  }

  /// Ends the process and all that it started, and waits for it.
  func stop() {
    closeInput()
    state.withLock { state in
      if state.ending == nil {
        // It may have left the group that it led.
        kill(-process, SIGKILL)
        kill(process, SIGKILL)
        state.ending = reap(options: 0)
      }
      for number in state.reading where number >= 0 { _ = close(number) }
      state.reading = [-1, -1]
    }
  }

  /// Waits for the process as `options` say.
  private func reap(options: Int32) -> Ending? {
    // It keeps its number until it has been waited for, so that no other process is killed here.
    var seen = unsafe siginfo_t()
    repeat {
      unsafe seen.si_signo = 0
    } while unsafe waitid(P_PID, id_t(process), &seen, WEXITED | WNOWAIT | options) != 0
      && errno == EINTR
    guard unsafe seen.si_signo == SIGCHLD else { return nil }
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
  }

  /// Starts the shell with the standard streams given.
  private static func spawn(
    _ command: String, standard numbers: [Int32]
  ) throws(Failure) -> pid_t {
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    for (standard, number) in numbers.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&files, number, Int32(standard))
    }
    // The threads of Swift hold signals back, and programs inherit what is held back or ignored.
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    let words = ["/bin/sh", "-c", command]
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, "/bin/sh", &files, &attributes, &arguments, environ)
    guard code == 0 else { throw Failure(code) }
    return process
  }

  /// Writes with SIGPIPE held back on this thread, and takes it away if it came.
  private static func withoutBrokenPipes(_ write: () -> Int) -> Int {
    var pipe = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&pipe)
    unsafe sigaddset(&pipe, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &pipe, &before)
    let count = write()
    let code = errno
    if count < 0, code == EPIPE, unsafe sigismember(&before, SIGPIPE) == 0 {
      var now = timespec(tv_sec: 0, tv_nsec: 0)
      _ = unsafe sigtimedwait(&pipe, nil, &now)
    }
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    errno = code
    return count
  }
}

/// An open file, closed when the value is gone.
private final class OpenFile {
  private(set) var number: Int32

  init(_ number: Int32) { self.number = number }

  /// Hands the file over to somebody else, who is to close it.
  func release() -> Int32 {
    defer { number = -1 }
    return number
  }

  deinit { if number >= 0 { _ = close(number) } }
}

/// The two ends of a pipe, neither of which other processes inherit.
private struct Pipe {
  let reader: OpenFile
  let writer: OpenFile

  init() throws(ChildProcess.Failure) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw ChildProcess.Failure(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reader, writer) = (OpenFile(ends[0]), OpenFile(ends[1]))
  }
}
