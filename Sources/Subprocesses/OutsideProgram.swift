public import Detection
import Synchronization

/// A program that serves as a detector: it has been started, and has said that it is ready.
///
/// It speaks the protocol of Documentation/Protocol.md over its standard input and output.
public final class OutsideProgram: Sendable {
  /// The command, as a shell takes it.
  public let command: String
  /// What the program is called in reports.
  public let name: String
  private let facts: RunFacts
  private let limits: ProgramLimits
  private let isInterrupted: @Sendable () -> Bool
  /// The program as it was started; the first run takes it.
  private let session: Mutex<ProgramSession?>

  /// Starts programs, and waits until each says it is ready.
  ///
  /// - Parameters:
  ///   - commands: a command for each, as `/bin/sh -c` takes it.
  ///   - taken: names that other detectors have; those of the catalogue need not be among them.
  ///   - facts: what is said of the run in greeting.
  ///   - limits: how far each is trusted.
  ///   - isInterrupted: asked often while a program is waited for; once it says yes, the program is
  ///     ended.
  /// - Returns: the programs, in the order of the commands.
  /// - Throws: `OutsideProgramError` for the first that cannot be used; all are ended then.
  public static func start(
    _ commands: [String], taken: [String], facts: RunFacts, limits: ProgramLimits = ProgramLimits(),
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) throws(OutsideProgramError) -> [OutsideProgram] {
    var programs: [OutsideProgram] = []
    var taken = taken
    for command in commands {
      let session: ProgramSession
      do {
        session = try ProgramSession(
          command, facts: facts, limits: limits, isInterrupted: isInterrupted)
      } catch {
        throw OutsideProgramError(command: command, reason: .fault(error))
      }
      let name = session.readiness.name ?? ProgramName.name(for: command, taken: taken)
      // What a detector is called in one run, no program is to be called in another.
      guard !taken.contains(name), !DetectorCatalogue.isTaken(name) else {
        session.stop()
        throw OutsideProgramError(command: command, reason: .nameTaken(name))
      }
      taken.append(name)
      programs.append(
        OutsideProgram(
          command: command, name: name, session: session, facts: facts,
          isInterrupted: isInterrupted))
    }
    return programs
  }

  private init(
    command: String, name: String, session: ProgramSession, facts: RunFacts,
    isInterrupted: @escaping @Sendable () -> Bool
  ) {
    self.command = command
    self.name = name
    self.facts = facts
    self.isInterrupted = isInterrupted
    limits = session.limits
    self.session = Mutex(session)
  }

  /// The program as the engine knows detectors.
  ///
  /// The first run has the program that was started; each further one starts it anew.
  public var entry: DetectorCatalogue.Entry {
    DetectorCatalogue.Entry(
      name: name, group: .outside, about: "The program: \(command)",
      identity: "The program: \(command)", isEnabled: { _ in true }, setThreshold: { _, _ in }
    ) { [self] _, view in detector(view: view) }
  }

  private func detector(view: PlatformView) -> OutsideDetector {
    let started = session.withLock { session in
      defer { session = nil }
      return session
    }
    if let started { return OutsideDetector(started, view: view) }
    do {
      return OutsideDetector(
        try ProgramSession(command, facts: facts, limits: limits, isInterrupted: isInterrupted),
        view: view)
    } catch {
      return OutsideDetector(error)
    }
  }
}

/// Why a command cannot serve as a detector.
public struct OutsideProgramError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The command.
  public var command: String
  /// What is wrong with it.
  public var reason: Reason

  /// What is wrong with a command.
  public enum Reason: Sendable, Equatable {
    /// It did not become ready.
    case fault(ProgramFault)
    /// Another detector has the name that it gives itself.
    case nameTaken(String)
  }

  /// The command, what happened, and what was expected.
  public var description: String {
    switch reason {
    case .fault(let fault): "the program \"\(command)\" \(fault)"
    case .nameTaken(let name):
      "the program \"\(command)\" calls itself \(name), as another detector is called; expected a "
        + "name of its own under \"name\" in its first line"
    }
  }
}
