public import Vocabulary

/// What is done about accounts from a moment on: by the platform, or by somebody around a child.
///
/// It changes what comes about, never what is drawn: the events of whoever it does not touch stay
/// the same, as long as they do not hang on those it removes.
public enum Intervention: Sendable, Equatable {
  /// The account is suspended: nothing that it does, or that is done to it, comes about any more.
  ///
  /// It stays in the lists of its friends, so that nobody else's draws change. Contact that has gone
  /// elsewhere by then goes on there.
  case suspension(of: AccountID, from: SimTime)
  /// The account may no longer send requests, follow, or write to a declared minor who is not its
  /// friend; those it asked before may still answer.
  case limit(on: AccountID, from: SimTime)
  /// One account blocks another: an event like any other block.
  case block(of: AccountID, by: AccountID, at: SimTime)
  /// A child is warned of strangers.
  ///
  /// Of the requests by people the child does not meet in person that it would have accepted, it
  /// accepts this share and declines the rest. Of the friendships made with such people during the
  /// run, it ends those that it does not keep: each is kept with the same probability, and the
  /// others end within hours. Our simplest choice: a warning does not wear off, the child cannot
  /// tell one stranger from another, and contact that has gone elsewhere by then goes on there.
  case warning(of: AccountID, keepingShare: Double, from: SimTime)

  /// When it begins.
  public var time: SimTime {
    switch self {
    case .suspension(_, let from), .limit(_, let from), .block(_, _, let from),
      .warning(_, _, let from):
      from
    }
  }

  /// The accounts it names.
  var accounts: [AccountID] {
    switch self {
    case .suspension(let account, _), .limit(let account, _), .warning(let account, _, _):
      [account]
    case .block(let account, let other, _): [account, other]
    }
  }
}

/// Why an intervention cannot be.
public enum InterventionError: Error, Equatable, CustomStringConvertible {
  /// It would change what has been simulated already.
  case past(Intervention, openFrom: SimTime)
  /// It names an account that does not exist.
  case unknownAccount(AccountID, accounts: Int)
  /// An account would block itself.
  case ownBlock(AccountID)
  /// A warning is for somebody who is no child.
  case notAChild(AccountID)
  /// A share does not lie in 0...1.
  case share(Double)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .past(let intervention, let open):
      """
      An intervention from second \(intervention.time.rawValue) would change what has been \
      simulated already; expected a moment from second \(open.rawValue) on: see \
      Simulation.openFrom.
      """
    case .unknownAccount(let account, let count):
      """
      An intervention names account \(account), and there are \(count); expected an account from \
      #0 to #\(count - 1).
      """
    case .ownBlock(let account):
      "Account \(account) was to block itself; expected two different accounts."
    case .notAChild(let account):
      """
      Account \(account) was to be warned, and its owner is no child; expected an account of \
      somebody under 18.
      """
    case .share(let share):
      "A warned child was to keep a share of \(share) of strangers; expected a number in 0...1."
    }
  }
}
