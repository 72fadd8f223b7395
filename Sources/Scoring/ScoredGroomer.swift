import Vocabulary

/// A groomer's account, and what had come of it when one detector first alerted on it.
struct ScoredGroomer: Sendable, Equatable {
  /// The person behind it: the cluster that the account belongs to.
  var person: UInt32
  /// The account's first sustained contact with a child; nil if it had none.
  var firstContact: SimTime?
  /// The first alert on it; nil if there was none.
  var firstAlert: SimTime?
  /// How many runs of messages it had written up to the first alert, that moment included, at least
  /// 1; nil where there was no alert, or nobody counted them.
  var runsOfMessages: Int?

  /// The same with a person's number that no other world has.
  func shifted(by offset: UInt32) -> ScoredGroomer {
    var shifted = self
    shifted.person += offset
    return shifted
  }
}
