import Graphs
import Vocabulary

/// Follows the friendships through the events and works out the features of each.
struct FeatureTracker {
  private let accounts: DeclaredAccounts
  /// Facts of each account as an actor; those as a target are two bits further left.
  private let ageFacts: [UInt8]
  private var friends: GrowingAdjacency
  private var windows: AccountWindows?

  init(view: PlatformView, needs: Set<SharedFeature> = []) {
    windows = needs.contains(.windows) ? AccountWindows(accounts: view.accounts) : nil
    accounts = view.accounts
    friends = GrowingAdjacency(view.friendships)
    ageFacts = (0..<view.accounts.count).map { account in
      if view.accounts.isMinor(account) { return EventFeatures.Facts.actorIsMinor.rawValue }
      return view.accounts.isAdult(account) ? EventFeatures.Facts.actorIsAdult.rawValue : 0
    }
  }

  /// Replaces the features of a batch by those of its events, and moves on past them.
  mutating func advance(over batch: inout EventBatch) {
    batch.features.removeAll()
    batch.windows.removeAll()
    for row in 0..<batch.events.count {
      let event = batch.events[row]
      let actor = event.actor.index
      var facts = ageFacts[actor]
      var mutual: Int32 = -1
      var distance = Float.nan
      if event.target != .none {
        let target = event.target.index
        facts |= ageFacts[target] << 2
        switch event.kind {
        case .request, .follow:
          mutual = Int32(friends.mutualCount(actor, target))
          distance = Float(accounts.kilometres(actor, target))
        case .view, .message:
          let wanted = EventFeatures.Facts.adultToMinor.rawValue
          if facts & wanted == wanted, friends.contains(actor, target) {
            facts |= EventFeatures.Facts.areFriends.rawValue
          }
        case .acceptance: friends.insert(actor, target)
        case .unfriend, .block: friends.remove(actor, target)
        case .post, .profileView, .refusal, .expiry, .report: break
        }
      }
      windows?.observe(
        event, EventFeatures.Facts(rawValue: facts), mutualFriends: mutual, kilometres: distance,
        at: row, &batch.windows)
      batch.features.facts.append(EventFeatures.Facts(rawValue: facts))
      batch.features.mutualFriends.append(mutual)
      batch.features.distancesKilometres.append(distance)
    }
  }
}
