/// Two groups of accounts in two halves each: what is fitted on one is measured on the other.
enum HeldOut {
  /// Two groups that are told apart.
  struct Groups: Sendable, Equatable {
    var positives: [Int]
    var negatives: [Int]
  }

  /// One way to hold a half out.
  struct Fold: Sendable, Equatable {
    var fitted: Groups
    var measured: Groups
  }

  /// Both ways to hold a half out: every other account, as numbers of accounts say nothing.
  ///
  /// - Precondition: each group has two accounts or more.
  static func folds(_ positives: [Int], _ negatives: [Int]) -> [Fold] {
    let halves = [0, 1].map { parity in
      let everyOther = { (accounts: [Int]) in
        stride(from: parity, to: accounts.count, by: 2).map { accounts[$0] }
      }
      return Groups(positives: everyOther(positives), negatives: everyOther(negatives))
    }
    return [
      Fold(fitted: halves[0], measured: halves[1]), Fold(fitted: halves[1], measured: halves[0]),
    ]
  }
}
