public import Vocabulary

/// What adult accounts had done to under-18s at some of the events of a batch: a row of features
/// for each such event.
///
/// Worked out only where a detector asks for it, see `SharedFeature.windows`. There is a row at
/// every request or follow to an under-18, at every answer, lapse, block and report by one, and at
/// every run of messages to one with a cue or to no friend. Views, looks at profiles and friendly
/// talk are many: of those, the first, second, fourth, eighth ... of an account's day.
public struct AccountRows: Sendable, Equatable {
  /// The row of the batch of each, ascending.
  public private(set) var rows: [Int] = []
  /// The account of each; it declares an adult age.
  public private(set) var accounts: [AccountID] = []
  /// The features of each, one after the other: `AccountFeatures.all.count` values a row.
  public private(set) var values: [Float] = []

  /// Makes no row.
  public init() {}

  /// How many rows there are.
  public var count: Int { rows.count }

  /// The features of a row, in the order of `AccountFeatures.all`.
  public func values(of index: Int) -> ArraySlice<Float> {
    let width = AccountFeatures.all.count
    return values[index * width..<(index + 1) * width]
  }

  mutating func append(_ conduct: AccountConduct, of account: AccountID, at row: Int) {
    rows.append(row)
    accounts.append(account)
    for feature in AccountFeatures.all { values.append(feature.value(conduct)) }
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    accounts.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }
}
