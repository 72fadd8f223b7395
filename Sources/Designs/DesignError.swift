/// What keeps an experiment from being laid out.
public enum DesignError: Error, Equatable, Sendable {
  /// An option that is no key with values.
  case malformed(option: String)
  /// Bounds of a range that are no numbers.
  case notNumbers(key: String, found: String)
  /// Bounds of a key of whole numbers that are not whole.
  case notWhole(key: String, found: String)
  /// A range whose lower bound is not below its upper.
  case emptyRange(key: String, found: String)
  /// A logarithmic range that does not lie above 0.
  case notPositive(key: String, found: String)
  /// Something behind a range that is neither how many values nor `log`.
  case badSuffix(key: String, found: String)
  /// A value of a key that is given twice.
  case repeatedValue(key: String, value: String)
  /// A key that is varied twice.
  case repeated(String)
  /// A range in a grid without how many values it is to take.
  case withoutLevels(String)
  /// A grid for which a number of points was given.
  case gridWithCount(Int)
  /// A design that needs a number of points.
  case withoutCount(Design)
  /// A number of points that is out of bounds.
  case badCount(Int)
  /// A grid with more points than can be counted.
  case tooMany([Int])
  /// More keys than a Sobol sequence has dimensions.
  case tooManyKeys(Int)
}

extension DesignError: CustomStringConvertible {
  /// What is wrong, with what was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .malformed(let option):
      "'\(option)' is no key with values; write key=value,value or key=low..high:count"
    case .notNumbers(let key, let found):
      "\(key): the range '\(found)' needs two numbers, such as 0.1..0.9"
    case .notWhole(let key, let found):
      "\(key) takes whole numbers, and the range '\(found)' has another; write such as 10..50"
    case .emptyRange(let key, let found):
      "\(key): the range '\(found)' must go from a lower to a higher number"
    case .notPositive(let key, let found):
      "\(key): the range '\(found)' must lie above 0 for steps by a factor; leave out ':log'"
    case .badSuffix(let key, let found):
      "\(key): '\(found)' behind a range is neither a number of values from 2 to 1000 nor 'log'"
    case .repeatedValue(let key, let value):
      "\(key): the value '\(value)' is given twice; leave one out"
    case .repeated(let key): "\(key) is varied twice; give all its values at once"
    case .withoutLevels(let key):
      "\(key): a grid needs to know how many values of the range to take; write key=low..high:count, "
        + "or choose the design latin or sobol"
    case .gridWithCount(let count):
      "a grid has as many points as its keys have combinations, and \(count) points were asked for; "
        + "choose the design latin or sobol for a number of points"
    case .withoutCount(let design):
      "the design \(design.rawValue) needs a number of points, such as 64"
    case .badCount(let count):
      "\(count) points were asked for; give a number from 1 to \(DesignPoints.limit)"
    case .tooMany(let counts):
      "a grid of \(counts.map(String.init).joined(separator: " × ")) values has too many points; "
        + "choose the design latin or sobol"
    case .tooManyKeys(let count):
      "a Sobol sequence has at most \(SobolSequence.dimensionLimit) dimensions, and these are "
        + "\(count); vary fewer keys, or choose the design latin"
    }
  }
}
