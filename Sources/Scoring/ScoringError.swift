public import Vocabulary

/// Why alerts could not be held against the truth.
public enum ScoringError: Error, Equatable {
  /// The columns of the subjects differ in length.
  case columnsDiffer(roles: Int, ages: Int)
  /// A detector has a name that is taken, or reserved for all detectors together.
  case nameTaken(String)
  /// An alert comes from a detector that is not in the list of those replayed.
  case unknownDetector(String, known: [String])
  /// An alert or a case names an account that does not exist.
  case unknownAccount(AccountID, named: String, accounts: Int)
  /// A case is of an account that the truth does not list as a groomer.
  case notAGroomer(AccountID)
  /// The run has no length, so that nothing can be said per week.
  case emptyRun(end: SimTime)
}

extension ScoringError: CustomStringConvertible {
  /// What was found, what was expected, and what to do.
  public var description: String {
    switch self {
    case .columnsDiffer(let roles, let ages):
      "The subjects have \(roles) roles and \(ages) ages, sexes or homes; give one of each for "
        + "every account."
    case .nameTaken(let name):
      "Two detectors are called '\(name)', or it is '\(Evaluation.anyDetector)', the name of all "
        + "of them together; rename one."
    case .unknownDetector(let name, let known):
      "An alert comes from '\(name)', which is not among the detectors replayed "
        + "(\(known.joined(separator: ", "))); add it to the list or drop its alerts."
    case .unknownAccount(let account, let place, let accounts):
      "\(place) names account \(account), but the world has \(accounts) accounts, from #0; "
        + "score alerts only against the world they were raised in."
    case .notAGroomer(let account):
      "A case is of account \(account), which the truth does not list as a groomer; "
        + "the stored truth is damaged: simulate again."
    case .emptyRun(let end):
      "The run ends \(end.rawValue) s after its start; it must last longer than nothing."
    }
  }
}
