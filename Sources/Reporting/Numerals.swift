import Foundation

/// How reports write numbers: the one place where digits and units are decided.
///
/// Plain ASCII, a point for decimals, a comma for thousands. Durations are days with one decimal.
enum Numerals {
  /// A count with a comma between thousands.
  static func count(_ value: Int) -> String {
    var digits = String(value.magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([digits[...]] + groups).joined(separator: ",")
  }

  /// A share in percent, without the sign: whole, but finer below 10 and above 99.
  ///
  /// Only a share of exactly nothing or everything reads "0" or "100".
  static func percent(_ share: Double) -> String {
    let percent = share * 100
    if percent == 0 || percent == 100 { return fixed(percent, decimals: 0) }
    if percent < 0.01 { return "<0.01" }
    if percent > 99.99 { return ">99.99" }
    if percent < 0.1 || percent > 99.9 { return fixed(percent, decimals: 2) }
    return fixed(percent, decimals: percent < 10 || percent > 99 ? 1 : 0)
  }

  /// A range of shares in percent, without the sign.
  static func percentRange(_ low: Double?, _ high: Double?) -> String {
    range(low, high, separator: "-", write: percent)
  }

  /// A duration in days, without the unit.
  static func days(_ days: Double) -> String {
    fixed(days, decimals: 1)
  }

  /// A range of durations in days; an absent end is a case that had no alert.
  static func daysRange(_ low: Double?, _ high: Double?) -> String {
    low == nil && high == nil ? none : "\(low.map(days) ?? none) to \(high.map(days) ?? none)"
  }

  /// A rate, finer when small.
  static func rate(_ rate: Double) -> String {
    fixed(rate, decimals: rate >= 100 || rate == 0 ? 0 : rate >= 1 ? 1 : rate >= 0.1 ? 2 : 3)
  }

  /// A range of rates.
  static func rateRange(_ low: Double?, _ high: Double?) -> String {
    range(low, high, separator: "-", write: rate)
  }

  /// A number with so many digits that count, and no zeros at its end; powers of ten from a million on.
  static func significant(_ value: Double, digits: Int = 4) -> String {
    let text = String(format: "%.\(digits)g", value)
    // Where more digits than count stand before the point, C writes a power of ten.
    let whole = value == value.rounded() ? value : text.contains("e+") ? Double(text) : nil
    guard let whole, whole.magnitude < 1e6 else { return text }
    return "\(Int(whole))"
  }

  /// What stands for a duration that does not exist because there was no alert.
  static let none = "none"
  /// What stands for a value that cannot be said.
  static let unknown = "-"

  private static func range(
    _ low: Double?, _ high: Double?, separator: String, write: (Double) -> String
  ) -> String {
    guard let low, let high else { return unknown }
    return write(low) + separator + write(high)
  }

  static func fixed(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    // A small negative number would otherwise read "-0.0".
    return text.allSatisfy({ "-0.".contains($0) }) ? text.replacing("-", with: "") : text
  }
}
