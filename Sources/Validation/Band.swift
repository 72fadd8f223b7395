/// A band of values: what a published figure allows, or what is accepted of a world.
public struct Band: Sendable, Equatable {
  /// The lowest value; nil if there is none.
  public var lower: Double?
  /// The highest value; nil if there is none.
  public var upper: Double?
  /// Whether `upper` itself is outside.
  public var upperIsExcluded = false

  /// A single value.
  public static func value(_ value: Double) -> Band { Band(lower: value, upper: value) }

  /// All values from one to another, both included.
  public static func between(_ lower: Double, _ upper: Double) -> Band {
    Band(lower: lower, upper: upper)
  }

  /// All values from one up.
  public static func atLeast(_ lower: Double) -> Band { Band(lower: lower, upper: nil) }

  /// All values below one.
  public static func below(_ upper: Double) -> Band {
    Band(lower: nil, upper: upper, upperIsExcluded: true)
  }

  /// Whether a value lies in the band.
  public func contains(_ value: Double) -> Bool {
    if let lower, value < lower { return false }
    guard let upper else { return true }
    return upperIsExcluded ? value < upper : value <= upper
  }
}
