import Graphs
public import Settings
import Vocabulary

/// Adults whom trust hardly reaches over friendships.
///
/// SybilRank (Cao et al., NSDI 2012): see `TrustWalk`. The score of an adult is the share of accounts
/// that are trusted more per friend. It is here as the negative baseline: the method looks for regions
/// of false accounts that hang on by few friendships, and somebody who acts alone is no region.
struct SybilRank: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "sybil-rank", group: .peer,
    about: "Adults whom trust from old accounts hardly reaches over friendships (SybilRank, 2012).",
    because:
      "has {friends} friends over whom {trust-per-friend} of trust per friend reaches it, less than "
      + "{share-trusted-more} of all accounts with friends have",
    isEnabled: { $0.sybilRank.enabled },
    setThreshold: { $0.sybilRank.minimumShare = $1 }
  ) { settings, view in SybilRank(settings: settings.sybilRank, view: view) }

  private let settings: SybilRankSettings
  private let adults: [Int]
  private let seeds: [Int]
  private var friends: GrowingAdjacency
  private var turn: DayTurn

  init(settings: SybilRankSettings, view: PlatformView) {
    self.settings = settings
    adults = (0..<view.accounts.count).filter(view.accounts.isAdult)
    seeds = TrustSeeds.chosen(settings.seeds, of: view)
    friends = GrowingAdjacency(view.friendships)
    turn = DayTurn(every: settings.everyDays)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      if turn.ended(before: batch.events.times[row]) != nil { judge(at: row, of: batch, &alerts) }
      friends.follow(row, of: batch)
    }
  }

  private func judge(at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    guard !seeds.isEmpty else { return }
    let walk = TrustWalk(over: friends, from: seeds)
    let shares = walk.shareTrustedMore()
    for adult in adults {
      let suspect = AccountID(adult)
      // Of accounts without friends the method knows nothing: nan is not above any threshold.
      guard shares[adult] >= settings.minimumShare, alerts.wants(suspect, at: row, of: batch) else {
        continue
      }
      alerts.raise(
        suspect, at: row, of: batch, score: shares[adult],
        reasons: [
          Alert.Reason(name: "share-trusted-more", value: shares[adult], unit: "share"),
          Alert.Reason(
            name: "trust-per-friend", value: walk.trustPerFriend[adult], unit: "trust per friend"),
          Alert.Reason(
            name: "friends", value: Double(friends.degree(of: adult)), unit: "accounts"),
        ])
    }
  }
}

/// Parameters of the detector of little trust.
public struct SybilRankSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// How many accounts trust begins at.
  public var seeds = 100
  /// Nights from one ranking to the next.
  public var everyDays = 7
  /// The share of accounts that must be trusted more.
  public var minimumShare = 0.99

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "seeds", \.seeds, unit: "accounts", in: 1...100_000,
      source: .assumption(
        "our choice: the oldest accounts with friends, as nobody is there to pick genuine ones"),
      about: "How many accounts trust begins at."),
    .number(
      "every-days", \.everyDays, unit: "days", in: 1...365,
      source: .assumption("our choice: friendships change slowly, and a ranking reads them all"),
      about: "Nights from one ranking to the next."),
    .number(
      "minimum-share", \.minimumShare, unit: "share", in: 0.0...1.0,
      source: .assumption("our choice: one account in a hundred; sweep it"),
      about: "The share of accounts that must be trusted more."),
  ]
}
