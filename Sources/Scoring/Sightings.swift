public import Vocabulary

/// What the platform saw of groomers, worked out from all events of a run by who knows the truth.
///
/// Metrics that rest on a part which was not worked out are absent.
public struct Sightings: Sendable, Equatable {
  /// When groomers' accounts were knowable, of those that were: from the oracle's evidence.
  public var knowable: [AccountID: SimTime]
  /// When each run of messages of each groomer's account arrived, ascending, to whomever it went.
  ///
  /// Nil if nobody counted them. An account without an entry wrote none.
  public var messages: [AccountID: [SimTime]]?

  /// Makes sightings.
  ///
  /// - Parameters:
  ///   - knowable: when groomers' accounts were knowable, of those that were.
  ///   - messages: when their runs of messages arrived, ascending; nil if nobody counted them.
  public init(
    knowable: [AccountID: SimTime] = [:], messages: [AccountID: [SimTime]]? = nil
  ) {
    self.knowable = knowable
    self.messages = messages
  }

  /// How many runs of messages an account had written by a time, at least 1; nil if nobody counted
  /// them.
  func runsOfMessages(of account: AccountID, by time: SimTime) -> Int? {
    messages.map { max(1, $0[account, default: []].partitioningIndex { $0 > time }) }
  }
}
