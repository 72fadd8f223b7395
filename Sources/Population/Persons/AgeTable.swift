/// Ages of the population of England, mid-2020.
///
/// Source: Office for National Statistics, mid-2020 population estimates by single year of age
/// (total 56,550,138; Open Government Licence v3), as percentages of all ages. Adults are
/// published here in bands; within a band every year is taken as equally likely, except from 75
/// up, where the share falls by a constant factor a year.
public enum AgeTable {
  /// Percentage of all ages at each age from 0 to 17.
  public static let childPercent: [Double] = [
    1.064, 1.106, 1.150, 1.187, 1.222, 1.219, 1.229, 1.255, 1.292, 1.264, 1.243, 1.225, 1.236,
    1.197, 1.174, 1.128, 1.111, 1.084,
  ]

  /// Percentage of all ages in each band of adult ages.
  public static let adultPercent: [(ages: ClosedRange<Int>, percent: Double)] = [
    (18...24, 8.33), (25...34, 13.43), (35...44, 12.76), (45...54, 13.29), (55...64, 12.31),
    (65...74, 9.90), (75...89, 7.68),
  ]

  /// How much rarer each year of age is than the one before, from 75 up: our choice.
  static let yearlyDecline = 0.92

  /// The share of the population at each age from 0 to 89; sums to 1.
  static let shares: [Double] = {
    var percent = childPercent
    for band in adultPercent {
      let factors = band.ages.map { age in
        age < 75 ? 1.0 : (75..<age).reduce(1.0) { product, _ in product * yearlyDecline }
      }
      let total = factors.reduce(0, +)
      percent += factors.map { band.percent * $0 / total }
    }
    let sum = percent.reduce(0, +)
    return percent.map { $0 / sum }
  }()

  /// The share of the population under 18.
  static let underEighteenShare = shares[..<18].reduce(0, +)
}
