import Randomness

/// What of a campaign profile shows in the accounts themselves, before the first event.
public struct GroomerTraits: Sendable {
  /// How many groomers have the profile, compared with the others.
  public var share: Double
  /// What the odds of claiming to be a minor are multiplied by.
  public var minorClaimOdds: Double
  /// What the odds of any deception about age are multiplied by.
  public var deceptionOdds: Double
  /// What the number of accounts that a groomer holds on a platform is multiplied by.
  public var accountsFactor: Double

  /// Makes the traits of a profile; those of the only one change nothing.
  public init(
    share: Double = 1, minorClaimOdds: Double = 1, deceptionOdds: Double = 1,
    accountsFactor: Double = 1
  ) {
    self.share = share
    self.minorClaimOdds = minorClaimOdds
    self.deceptionOdds = deceptionOdds
    self.accountsFactor = accountsFactor
  }
}

/// Which campaign profile each groomer has: a draw for the person, the same wherever it is asked.
public struct GroomerProfiles: Sendable {
  /// The profiles, in the order of the scenario.
  public let traits: [GroomerTraits]
  private let choice: Categorical
  private let seed: UInt64

  /// Makes the draw.
  ///
  /// - Precondition: a share is above 0.
  public init(_ traits: [GroomerTraits], seed: UInt64) {
    self.traits = traits
    self.seed = seed
    choice = Categorical(weights: traits.map(\.share))
  }

  /// The position of the profile of a person who grooms.
  public func profile(of person: UInt32) -> Int {
    var stream = RandomStream(seed: seed, purpose: .groomerProfiles, entity: UInt64(person))
    return choice.sample(using: &stream)
  }

  /// The traits of a person who grooms.
  func traits(of person: UInt32) -> GroomerTraits { traits[profile(of: person)] }
}

extension Double {
  /// Multiplies the odds p/(1 - p) of a probability: 0 and 1 stay what they are.
  ///
  /// - Parameter factor: not negative; 0 makes anything but 1 impossible.
  public mutating func multiplyOdds(by factor: Double) {
    guard self < 1 else { return }
    self = factor * self / (1 - self + factor * self)
  }
}
