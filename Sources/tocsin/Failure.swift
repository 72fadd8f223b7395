import ArgumentParser
import Designs
import Experiments
import Foundation
import Lines
import Population
import Scoring
import Settings
import Storage
import Subprocesses

/// Why a command ended early: words for standard error, and an exit code.
struct Failure {
  private let error: any Error

  /// Ends of a command, as the help page lists them.
  private enum Code: Int32 {
    case failed = 1
    case badInput = 2
    case gateMissed = 3
    case interrupted = 130
  }

  init(_ error: any Error) {
    self.error = error
  }

  /// Says why, and ends the program.
  func exit() -> Never {
    switch error {
    case let error as InvalidSettings: end(.badInput, error.description)
    case let error as PlacesError: end(.badInput, "\(error)")
    case let error as ImportError: end(.badInput, "\(error)")
    case let error as StorageError:
      end(error.isBadInput ? .badInput : .failed, "error: \(error)")
    case QueryError.interrupted: end(.interrupted, "\(QueryError.interrupted)")
    case let error as QueryError:
      end(error.isBadInput ? .badInput : .failed, "error: \(error)")
    case let error as AlertsError: end(.badInput, "\(error)")
    case let error as RefusedPattern: end(.badInput, "error: \(error)")
    case let error as BadInput: end(.badInput, "error: \(error)")
    case let error as DesignError: end(.badInput, "error: \(error)")
    case let error as SweepError: end(.badInput, "error: \(error)")
    case let error as SweepSuspended: end(.interrupted, "\(error)")
    case let error as LineInputError: end(.badInput, "error: \(error)")
    case let error as UnfitDetectors: end(.badInput, "error: \(error)")
    case let error as ModelFileError: end(.badInput, "error: \(error)")
    case let error as TrainingError: end(.badInput, "error: \(error)")
    case let error as SensitivityError: end(.badInput, "error: \(error)")
    case let error as TooFewValues: end(.failed, "error: \(error)")
    case let error as StressSuiteError: end(.badInput, "error: \(error)")
    case let error as RemakingError: end(.badInput, "error: \(error)")
    case let error as UnknownPlatform: end(.badInput, "error: \(error)")
    case let error as GateMissed: end(.gateMissed, error.words)
    case let error as OutsideProgramError where error.reason == .fault(.interrupted):
      end(.interrupted, "\(error)")
    case let error as OutsideProgramError: end(.badInput, "error: \(error)")
    case is RowsFailed, is ColumnsSeparate, is FileDamaged, is DetectorsFailed, is JobsFailed:
      Foundation.exit(Code.failed.rawValue)
    case let error as Interrupted: end(.interrupted, "\(error)")
    case let error as Suspended where error.cause is Interrupted: end(.interrupted, "\(error)")
    case let error as Suspended: end(.failed, "error: \(error)")
    case let error as OutputFailed: end(.failed, "error: \(error)")
    default: exitAsParsed()
    }
  }

  /// Leaves help, versions and misspelt options to the parser, but ends with our code for them.
  private func exitAsParsed() -> Never {
    let code = Tocsin.exitCode(for: error)
    guard code.isSuccess else {
      let isUsage = code == .validationFailure
      end(isUsage ? .badInput : .failed, Usage.message(for: error))
    }
    Tocsin.exit(withError: error)
  }

  private func end(_ code: Code, _ message: String) -> Never {
    Terminal.clearProgress()
    FileHandle.standardError.write(Data((message + "\n").utf8))
    Foundation.exit(code.rawValue)
  }
}

/// Rows of a validation failed; the table on standard output has said which.
struct RowsFailed: Error {}

/// A column that must tell nothing tells groomers apart; standard output has said which.
struct ColumnsSeparate: Error {}

/// A file that was verified is damaged; standard output has said where.
struct FileDamaged: Error {}

/// Input that no stage below the command line can judge.
struct BadInput: Error, CustomStringConvertible {
  /// What was found, what was expected and what to do.
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
