import Randomness
import Vocabulary

/// Somebody who grooms: a person with an account or several, and what the person has in hand.
struct Groomer: Sendable {
  /// The person.
  let person: UInt32
  /// The person's accounts, ascending.
  let accounts: [Int]
  /// The profile, as a position in the settings' list.
  let profile: Int
  /// Children approached a day, on average, from all accounts together.
  let reachPerDay: Double
  /// Whether a meeting would be sought.
  let seeksMeeting: Bool
  /// Which account is used for an approach, where there are several.
  private let choice: Categorical?
  /// What is to be done from some day on.
  var steps: [Step] = []
  /// Children asked who have not answered yet.
  var pending: [Asked] = []
  /// Children who accepted.
  var reached: [UInt32] = []

  /// Makes a groomer.
  ///
  /// - Parameters:
  ///   - person: who it is.
  ///   - accounts: the person's accounts, ascending.
  ///   - profile: the profile, as a position in the settings' list.
  ///   - reachPerDay: children approached a day, on average.
  ///   - seeksMeeting: whether a meeting would be sought.
  ///   - platforms: the platform of every account of the world.
  ///   - weights: how much each platform is used; those left out weigh 1. Who has accounts only
  ///     where the weight is 0 approaches nobody.
  init(
    person: UInt32, accounts: [Int], profile: Int, reachPerDay: Double, seeksMeeting: Bool,
    platforms: [UInt8], weights: [Double]
  ) {
    self.person = person
    self.accounts = accounts
    self.profile = profile
    self.seeksMeeting = seeksMeeting
    let own = accounts.map { Int(platforms[$0]) }
    // Accounts on one platform share its weight.
    let shares = own.map { platform in
      (weights.indices.contains(platform) ? weights[platform] : 1)
        / Double(own.count { $0 == platform })
    }
    let isActive = shares.contains { $0 > 0 }
    self.reachPerDay = isActive ? reachPerDay : 0
    choice = isActive && accounts.count > 1 ? Categorical(weights: shares) : nil
  }

  /// The account that an approach is made from.
  func account(using stream: inout RandomStream) -> Int {
    accounts[choice?.sample(using: &stream) ?? 0]
  }

  /// Whether a child is about to be asked, or has been and may still answer.
  func isAfter(_ child: Int) -> Bool {
    steps.contains { $0.isTarget && $0.target == child } || pending.contains { $0.child == child }
  }

  /// A request that is planned.
  struct Step: Sendable {
    /// From which of the groomer's accounts.
    var account: Int
    /// Whom to ask.
    var target: Int
    /// When: the number of the day.
    var day: Int
    /// Whether the one asked is whom the campaign is about, and not a friend of such a child.
    var isTarget: Bool
  }

  /// A child who was asked.
  struct Asked: Sendable {
    var account: Int
    var child: Int
    var time: SimTime

    init(_ account: Int, _ child: Int, _ time: SimTime) {
      self.account = account
      self.child = child
      self.time = time
    }
  }
}
