public import Vocabulary

/// An account and those around it at a moment: who they say they are, and what ties them.
public struct EgoReport: Sendable {
  /// The accounts: first the one in the middle, then by hops, most friends in common first.
  public let members: [Member]
  /// The friendships among them, as positions in `members`.
  public let ties: [Tie]
  /// What else is known of the account in the middle, a line each.
  public let facts: [String]
  /// Whose network it is, of which run, and when.
  public let context: Context

  /// An account of the network.
  public struct Member: Sendable, Equatable {
    /// The account.
    public var account: AccountID
    /// How many friendships lead to it from the middle.
    public var hops: Int
    /// The age that it declares, in years; nil if none.
    public var declaredAge: Int?
    /// The name of the place that it declares; nil if none.
    public var declaredPlace: String?
    /// How far its declared place is from that of the middle, in kilometres; nil if either has none.
    public var kilometres: Double?
    /// How many friends it has in common with the middle.
    public var mutualFriends: Int
    /// Since when it is friends with the middle; nil if it is not.
    public var since: SimTime?
    /// What made the friendship before the run, such as `school`; the truth.
    public var madeBy: String?

    /// Makes a member.
    public init(
      account: AccountID, hops: Int, declaredAge: Int?, declaredPlace: String?,
      kilometres: Double?, mutualFriends: Int, since: SimTime?, madeBy: String?
    ) {
      self.account = account
      self.hops = hops
      self.declaredAge = declaredAge
      self.declaredPlace = declaredPlace
      self.kilometres = kilometres
      self.mutualFriends = mutualFriends
      self.since = since
      self.madeBy = madeBy
    }

    /// What the age says to a platform.
    var ageGroup: AgeGroup {
      guard let declaredAge else { return .undeclared }
      return declaredAge < Int(DeclaredAccounts.adultAge) ? .child : .adult
    }
  }

  /// What a declared age says to a platform.
  enum AgeGroup: String, Encodable, CaseIterable {
    case child
    case adult
    case undeclared
  }

  /// A friendship between two of them.
  public struct Tie: Sendable, Equatable {
    /// The position of one among the members.
    public var one: Int
    /// The position of the other.
    public var other: Int

    /// Makes a tie.
    public init(one: Int, other: Int) {
      self.one = one
      self.other = other
    }
  }

  /// What a network is of.
  public struct Context: Sendable {
    /// The moment as people write it, such as `2017-04-03 14:05`.
    public var moment: String
    /// How many friendships may lead to those around.
    public var hops: Int
    /// The title of the scenario.
    public var scenario: String
    /// The seed of the run.
    public var seed: UInt64
    /// The version of Tocsin that made the run.
    public var version: String
    /// Writes a moment as people do.
    public var calendar: @Sendable (SimTime) -> String

    /// Makes a context.
    public init(
      moment: String, hops: Int, scenario: String, seed: UInt64, version: String,
      calendar: @escaping @Sendable (SimTime) -> String
    ) {
      self.moment = moment
      self.hops = hops
      self.scenario = scenario
      self.seed = seed
      self.version = version
      self.calendar = calendar
    }
  }

  /// Puts a network together.
  ///
  /// - Parameters:
  ///   - members: the accounts, the one in the middle at 0 hops among them, in any order.
  ///   - ties: the friendships among them, as pairs of accounts that are members.
  ///   - facts: what else is known of the middle, a line each.
  ///   - context: whose network it is.
  public init(
    members: [Member], ties: [(AccountID, AccountID)], facts: [String], context: Context
  ) {
    let sorted = members.sorted {
      ($0.hops, -$0.mutualFriends, $0.account) < ($1.hops, -$1.mutualFriends, $1.account)
    }
    let positions = Dictionary(
      uniqueKeysWithValues: zip(sorted.map(\.account), sorted.indices))
    self.members = sorted
    self.ties = ties.compactMap { one, other in
      guard let one = positions[one], let other = positions[other] else { return nil }
      return Tie(one: one, other: other)
    }
    self.facts = facts
    self.context = context
  }

  /// The account in the middle.
  var ego: Member? { members.first }
}
