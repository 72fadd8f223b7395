/// A number that a key can hold: `Int` or `Double`.
public protocol SettingNumber: Comparable, Sendable, LosslessStringConvertible {
  /// The kind's name in the catalogue.
  static var kindWord: String { get }

  /// The type's name in a JSON Schema.
  static var schemaType: String { get }
}

/// The numbers that a key accepts.
public struct Bounds<Number: SettingNumber>: Sendable, Equatable {
  /// The end of a range of numbers.
  enum Limit: Sendable, Equatable {
    case none
    case including(Number)
    case excluding(Number)
  }

  let lower: Limit
  let upper: Limit

  /// What would bring a number within the bounds; nil if it lies within them.
  func remedy(for number: Number) -> ValueFault.Remedy? {
    switch lower {
    case .including(let limit) where number < limit: return .raise(to: NumberText.text(limit))
    case .excluding(let limit) where number <= limit:
      return .raiseAbove(NumberText.text(limit))
    default: break
    }
    switch upper {
    case .including(let limit) where number > limit: return .lower(to: NumberText.text(limit))
    case .excluding(let limit) where number >= limit:
      return .lowerBelow(NumberText.text(limit))
    default: return nil
    }
  }

  /// The bounds in words, such as "from 0 to below 1"; empty if every number is accepted.
  var words: String {
    let from: String? =
      switch lower {
      case .none: nil
      case .including(let limit): "from \(NumberText.text(limit))"
      case .excluding(let limit): "above \(NumberText.text(limit))"
      }
    let to: String? =
      switch upper {
      case .none: nil
      case .including(let limit): "\(from == nil ? "up " : "")to \(NumberText.text(limit))"
      case .excluding(let limit): "\(from == nil ? "" : "to ")below \(NumberText.text(limit))"
      }
    return [from, to].compactMap(\.self).joined(separator: " ")
  }

  var schema: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    switch lower {
    case .none: break
    case .including(let limit): members.append(.init("minimum", .number(limit)))
    case .excluding(let limit): members.append(.init("exclusiveMinimum", .number(limit)))
    }
    switch upper {
    case .none: break
    case .including(let limit): members.append(.init("maximum", .number(limit)))
    case .excluding(let limit): members.append(.init("exclusiveMaximum", .number(limit)))
    }
    return members
  }
}

/// A range that can bound a key: `0...1`, `0..<1`, `0...`, `...1`, `..<1`, or `.above(0)`.
public protocol BoundsConvertible<Number>: Sendable {
  /// The numbers in the range.
  associatedtype Number: SettingNumber

  /// The range as bounds.
  var bounds: Bounds<Number> { get }
}

extension Bounds: BoundsConvertible {
  /// The bounds themselves.
  public var bounds: Bounds<Number> { self }
}

extension BoundsConvertible where Self == Bounds<Double> {
  /// Every number above `lower`, and at most `upper` if that is given.
  public static func above(_ lower: Double, through upper: Double? = nil) -> Bounds<Double> {
    Bounds(lower: .excluding(lower), upper: upper.map { .including($0) } ?? .none)
  }
}

extension ClosedRange: BoundsConvertible where Bound: SettingNumber {
  /// From the lower to the upper bound, both included.
  public var bounds: Bounds<Bound> {
    Bounds(lower: .including(lowerBound), upper: .including(upperBound))
  }
}

extension Range: BoundsConvertible where Bound: SettingNumber {
  /// From the lower bound to below the upper.
  public var bounds: Bounds<Bound> {
    Bounds(lower: .including(lowerBound), upper: .excluding(upperBound))
  }
}

extension PartialRangeFrom: BoundsConvertible where Bound: SettingNumber {
  /// From the lower bound.
  public var bounds: Bounds<Bound> { Bounds(lower: .including(lowerBound), upper: .none) }
}

extension PartialRangeThrough: BoundsConvertible where Bound: SettingNumber {
  /// Up to the upper bound.
  public var bounds: Bounds<Bound> { Bounds(lower: .none, upper: .including(upperBound)) }
}

extension PartialRangeUpTo: BoundsConvertible where Bound: SettingNumber {
  /// Below the upper bound.
  public var bounds: Bounds<Bound> { Bounds(lower: .none, upper: .excluding(upperBound)) }
}
