import RealModule

/// Mean and standard deviation of values that come one by one.
///
/// Welford 1962 (doi 10.1080/00401706.1962.10490022): no sum of squares that could cancel out.
struct RunningMoments: Sendable {
  private(set) var count = 0.0
  private(set) var mean = 0.0
  private var squares = 0.0

  /// The standard deviation, dividing by the number of values; 0 of less than two.
  var deviation: Double { count > 1 ? Double.sqrt(squares / count) : 0 }

  /// Takes in a value.
  mutating func add(_ value: Double) {
    count += 1
    let before = value - mean
    mean += before / count
    squares += before * (value - mean)
  }
}
