/// Names one account: its position, from 0, in every per-account column.
public struct AccountID: RawRepresentable, Hashable, Comparable, Sendable, Codable, BitwiseCopyable
{
  /// The position of the account in per-account columns.
  public let rawValue: UInt32

  /// The target of an event that has none, such as a post.
  public static let none = AccountID(rawValue: .max)

  /// Makes the id with a raw value.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Makes the id of the account at a position.
  ///
  /// - Precondition: `index` is at least 0 and below `UInt32.max`.
  public init(_ index: Int) {
    rawValue = UInt32(index)
  }

  /// The position of the account in per-account columns.
  public var index: Int { Int(rawValue) }

  /// Orders accounts by position.
  public static func < (left: AccountID, right: AccountID) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension AccountID: CustomStringConvertible {
  /// The account as people write it, such as `#42`.
  public var description: String { self == .none ? "nobody" : "#\(rawValue)" }
}
