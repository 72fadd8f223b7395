import Foundation
public import Vocabulary

/// Why an alert was raised, in one plain sentence.
///
/// A detector's own wording has `{name}` where the value of the reason of that name goes. Without one,
/// as of detectors from elsewhere, or where a reason that it speaks of is missing, the reasons are
/// listed.
public struct AlertSentence: Sendable {
  private let alert: Alert
  private let because: String

  /// Makes a sentence.
  ///
  /// - Parameters:
  ///   - alert: the alert.
  ///   - because: the detector's wording, without its subject; empty if it has none.
  public init(of alert: Alert, because: String = "") {
    self.alert = alert
    self.because = because
  }

  /// The sentence, with the suspect's account as its subject.
  public var text: String {
    if let predicate { return "\(alert.suspect) \(predicate)." }
    let reasons = listed
    return "\(alert.detector.printable) alerted on \(alert.suspect)"
      + (reasons.isEmpty ? ", and gives no reason." : ": \(reasons).")
  }

  /// What the suspect did, in the detector's wording; nil where it has none that fits.
  var predicate: String? {
    guard !because.isEmpty else { return nil }
    var words = ""
    var rest = because[...]
    while let open = rest.firstIndex(of: "{") {
      words += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}"),
        let reason = alert.reasons.first(where: { $0.name == rest[..<close] })
      else { return nil }
      rest = rest[rest.index(after: close)...]
      words += Self.value(of: reason)
    }
    return (words + rest).printable
  }

  /// The reasons with their values, such as `rejecting children: 3 accounts`; empty without any.
  var listed: String { alert.reasons.map(Self.reason).joined(separator: "; ") }

  /// A reason's value as people say it in a sentence that names what is counted: `5`, `83 %`, `1,300
  /// times`, `9.4 sittings`.
  static func value(of reason: Alert.Reason) -> String {
    switch reason.unit {
    case "share", "probability": "\(Numerals.percent(reason.value)) %"
    case "nats": times(reason.value)
    case "sittings", "sittings per day", "days", "km": "\(number(reason.value)) \(unit(of: reason))"
    default: number(reason.value)
    }
  }

  private static func reason(_ reason: Alert.Reason) -> String {
    let name = reason.name.replacing("-", with: " ").printable
    guard reason.unit != "share", reason.unit != "probability" else {
      return "\(name): \(Numerals.percent(reason.value)) %"
    }
    return "\(name): \(number(reason.value)) \(unit(of: reason))"
  }

  private static func number(_ value: Double) -> String {
    let isWhole = value == value.rounded() && value.magnitude < 1e15
    return isWhole ? Numerals.count(Int(value)) : Numerals.signed(value)
  }

  /// One of a plural that is a plain word.
  private static func unit(of reason: Alert.Reason) -> String {
    let unit = reason.unit.printable
    let isPlain = unit.hasSuffix("s") && unit.allSatisfy(\.isLetter)
    return reason.value == 1 && isPlain ? String(unit.dropLast()) : unit
  }

  /// How many times likelier a logarithm of a ratio of likelihoods says, in two digits that count.
  private static func times(_ nats: Double) -> String {
    let ratio = exp(nats)
    guard ratio < 1e15 else { return "more than 1,000,000,000,000,000 times" }
    guard ratio >= 10 else { return "\(Numerals.fixed(ratio, decimals: 1)) times" }
    let scale = pow(10, floor(log10(ratio)) - 1)
    return "\(Numerals.count(Int((ratio / scale).rounded() * scale))) times"
  }
}
