public import Vocabulary

/// A groomer and a child who met, with the first alert of either side on the groomer.
public struct ComparedCase: Sendable, Equatable {
  /// The world it is of, from 0.
  public var world: Int
  /// Its number among the cases of that world, as `tocsin case` has it.
  public var number: Int
  /// The groomer's account.
  public var groomer: AccountID
  /// The child's account.
  public var child: AccountID
  /// When they first met.
  public var meeting: SimTime
  /// The first alert of the side in use; nil if there was none, early or late.
  public var inUse: SimTime?
  /// The first alert of the candidate; nil if there was none, early or late.
  public var candidate: SimTime?

  /// What the candidate makes of a case that the side in use made something else of.
  public enum Change: String, Sendable, Codable, CaseIterable {
    /// An alert before the meeting, where there was none.
    case gained
    /// No alert before the meeting, where there was one.
    case lost
    /// The first alert before the meeting comes earlier.
    case earlier
    /// It comes later, and still before the meeting.
    case later
    /// It comes at the same second.
    case same
    /// Neither side alerts before the meeting.
    case missed
  }

  /// What the candidate changes.
  ///
  /// An alert at the meeting or after it is none: nobody could act on it in time.
  public var change: Change {
    switch (early(inUse), early(candidate)) {
    case (nil, nil): .missed
    case (nil, .some): .gained
    case (.some, nil): .lost
    case (.some(let before), .some(let after)):
      after < before ? .earlier : after > before ? .later : .same
    }
  }

  /// How many days earlier the candidate's first alert comes, below 0 if later; nil unless both come
  /// before the meeting.
  public var daysEarlier: Double? {
    guard let before = early(inUse), let after = early(candidate) else { return nil }
    return before.days(since: after)
  }

  private func early(_ time: SimTime?) -> SimTime? {
    time.flatMap { $0 < meeting ? $0 : nil }
  }
}
