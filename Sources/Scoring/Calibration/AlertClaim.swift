import Vocabulary

/// What the first alert on an account claimed: the probability that it is a groomer's, and whether it is.
///
/// The first alert comes at a moment chosen from what was seen until then, a stopping time: if a
/// detector's probabilities are true given all that it has seen, of accounts first alerted on at p a
/// share p are groomers' (optional stopping; Doob 1953, Stochastic Processes; MEMORY). The highest
/// probability that an account ever had would not do: its moment shows only afterwards, and the highest of
/// many true probabilities is too high. Accounts never alerted on are in nothing made of claims.
struct AlertClaim: Sendable, Equatable {
  /// The probability that was stated.
  var probability: Double
  /// Whether the account is a groomer's.
  var isTrue: Bool
  /// The person behind it: the cluster that the account belongs to.
  var person: UInt32

  /// The claims of one detector, by account; nil where its alerts state no probability, or there are
  /// none.
  static func all(of raised: Replay.Raised, census: Census) -> [AlertClaim]? {
    guard raised.statesProbabilities else { return nil }
    return raised.stated.sorted { $0.key < $1.key }.map { account, probability in
      AlertClaim(
        probability: probability, isTrue: census.groomers.contains(account),
        person: census.subjects.owners[account.index])
    }
  }

  /// The same with a person's number that no other world has.
  func shifted(by offset: UInt32) -> AlertClaim {
    var shifted = self
    shifted.person += offset
    return shifted
  }
}

extension [AlertClaim] {
  /// How far the claims are from the truth; nil without any.
  var brier: BrierScore? {
    BrierScore(probabilities: map(\.probability), outcomes: map(\.isTrue))
  }

  /// The mean of something over claims, with an interval that takes accounts of a person together.
  func mean(_ value: (AlertClaim) -> Double) -> (mean: Double, interval: Interval?)? {
    ClusteredMean.of(map(value), clusters: map(\.person))
  }
}
