import Vocabulary

/// The different accounts with which each account had to do lately.
struct RecentOthers: Sendable {
  private let span: Int32
  private var circles: [UInt32: Circle] = [:]

  init(days: Double) {
    span = Int32(min(days * Double(SimTime.secondsPerDay), Double(Int32.max / 2)))
  }

  /// Takes note that an account had to do with another one.
  ///
  /// - Parameters:
  ///   - other: the other one.
  ///   - account: whose circle it belongs to.
  ///   - row: the event by which it turns up, no earlier than those noted before.
  ///   - batch: where that event is.
  /// - Returns: the account's circle, in the span up to this event.
  /// - Complexity: linear in the size of the circle.
  @discardableResult mutating func note(
    _ other: UInt32, of account: UInt32, at row: Int, of batch: borrowing EventBatch
  ) -> Circle {
    var circle = circles.removeValue(forKey: account) ?? Circle()
    circle.note(
      Circle.Member(
        account: other, time: batch.events.times[row], event: batch.events.number(of: row)),
      span: span)
    circles[account] = circle
    return circle
  }

  /// Whether another account is in an account's circle as of the last one noted.
  ///
  /// - Complexity: linear in the size of the circle.
  func has(_ other: UInt32, of account: UInt32) -> Bool {
    circles[account]?.contains(other) ?? false
  }

  /// The different others of one account, each held once.
  ///
  /// Whoever turns up again moves to the end: what counts is when and by which event it last did.
  /// Of more than `SlidingWindowLimit.values`, those are dropped that were longest ago.
  struct Circle: Sendable {
    /// By last time, oldest first.
    private var members: [Member] = []

    fileprivate struct Member {
      let account: UInt32
      let time: Int32
      let event: Int
    }

    /// How many there are.
    var count: Int { members.count }

    /// How many there are, as a reason for an alert that cites the last events.
    func reason(named name: String) -> Alert.Reason {
      Alert.Reason(
        name: name, value: Double(count), unit: "accounts", events: members.suffix(8).map(\.event))
    }

    fileprivate func contains(_ account: UInt32) -> Bool {
      members.contains { $0.account == account }
    }

    fileprivate mutating func note(_ member: Member, span: Int32) {
      members.removeAll { $0.account == member.account || $0.time < member.time - span }
      if members.count == SlidingWindowLimit.values { members.removeFirst() }
      members.append(member)
    }
  }
}
