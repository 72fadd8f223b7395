import RealModule

/// A key of a scenario that an experiment varies, and the values that it takes.
public struct VariedKey: Sendable, Equatable {
  /// What values a key takes.
  public enum Values: Sendable, Equatable {
    /// Any of these, as they would stand in a scenario.
    case choices([String])
    /// Any number in the range.
    case numbers(ClosedRange<Double>, Spacing)
    /// Any whole number in the range.
    case wholeNumbers(ClosedRange<Int>, Spacing)
  }

  /// What equal steps of a coordinate do to a value.
  public enum Spacing: String, Sendable {
    /// They add the same.
    case linear
    /// They multiply by the same; the range lies above 0.
    case logarithmic
  }

  /// The path of the key, such as `campaigns.pace.slow-median`.
  public let path: String

  /// The values that it takes.
  public let values: Values

  /// How many values of a range a grid takes; nil if that was not said.
  public let levels: Int?

  /// Makes a key that is varied.
  ///
  /// - Parameters:
  ///   - path: The path of the key.
  ///   - values: The values that it takes.
  ///   - levels: How many values of a range a grid takes, from 2 on.
  public init(_ path: String, _ values: Values, levels: Int? = nil) {
    self.path = path
    self.values = values
    self.levels = levels
  }

  /// The value at a coordinate, as it would stand in a scenario.
  ///
  /// Equal shares of 0...1 are equal shares of the choices or whole numbers, or equal steps of the
  /// spacing. Numbers have at most six significant digits, so that they can be read, and are the same
  /// on every machine.
  ///
  /// - Parameter coordinate: From 0 to 1.
  /// - Returns: The value as text, such as `0.25`.
  public func value(at coordinate: Double) -> String {
    switch values {
    case .choices(let choices):
      return choices[Self.place(coordinate, among: choices.count)]
    case .wholeNumbers(let range, let spacing):
      // Each whole number stands for the unit of length above it.
      let (low, high) = (Double(range.lowerBound), Double(range.upperBound) + 1)
      let place = Self.between(low, high, spacing, at: coordinate).rounded(.down)
      guard place < Double(range.upperBound) else { return String(range.upperBound) }
      return String(max(Int(place), range.lowerBound))
    case .numbers(let range, let spacing):
      let exact = Self.between(range.lowerBound, range.upperBound, spacing, at: coordinate)
      let value = min(max(Self.sixDigits(exact), range.lowerBound), range.upperBound)
      return Self.text(value)
    }
  }

  /// The value at a coordinate as an override: `path=value`.
  public func override(at coordinate: Double) -> String {
    "\(path)=\(value(at: coordinate))"
  }

  /// The coordinates that a grid takes: every choice, or `levels` equal steps from end to end, but for
  /// those that come to the same value; nil of a range without levels.
  public var gridCoordinates: [Double]? {
    if case .choices(let choices) = values {
      return choices.indices.map { (Double($0) + 0.5) / Double(choices.count) }
    }
    return levels.map { levels in
      let steps = (0..<levels).map { Double($0) / Double(levels - 1) }
      return steps.indices.filter { index in
        index == 0 || value(at: steps[index]) != value(at: steps[index - 1])
      }.map { steps[$0] }
    }
  }

  private static func place(_ coordinate: Double, among count: Int) -> Int {
    min(max(Int((coordinate * Double(count)).rounded(.down)), 0), count - 1)
  }

  private static func between(
    _ low: Double, _ high: Double, _ spacing: Spacing, at coordinate: Double
  ) -> Double {
    switch spacing {
    case .linear: low + (high - low) * coordinate
    case .logarithmic: low * Double.exp(coordinate * Double.log(high / low))
    }
  }

  /// The number to six significant digits.
  private static func sixDigits(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    let places = 5 - Int(Double.log10(abs(value)).rounded(.down))
    // Powers of ten up to 10²² are exact, so that the quotient is the number nearest to the digits.
    guard (-22...22).contains(places) else { return value }
    let power = Double.pow(10, abs(places))
    return places >= 0 ? (value * power).rounded() / power : (value / power).rounded() * power
  }

  private static func text(_ value: Double) -> String {
    let text = String(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
