public import Vocabulary

/// On each suspect, every score that is higher than all before it, also below the thresholds: what a
/// detector does at every threshold at once follows from them (`TradeOff`).
public struct RisingAlerts: Sendable, Equatable {
  /// The alerts, in any order.
  public var alerts: [Alert]
  /// The names of the detectors that they were worked out for, silent ones too.
  public var detectors: [String]

  /// Makes them of their parts.
  public init(_ alerts: [Alert], of detectors: [String]) {
    self.alerts = alerts
    self.detectors = detectors
  }
}
