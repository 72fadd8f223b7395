/// A detector's claim about an account, at the moment of the event that caused it.
public struct Alert: Sendable, Equatable, Codable {
  /// The name of the detector that raised it.
  public var detector: String
  /// When it was raised: the time at which the event that caused it arrived.
  public var time: SimTime
  /// The event that caused it, as its number in the run.
  public var cause: Int
  /// The account it is about.
  public var suspect: AccountID
  /// The child it is about, where it is about one.
  public var child: AccountID?
  /// How sure the detector is, on the detector's own scale; higher is surer.
  public var score: Double
  /// The values that led to it.
  public var reasons: [Reason]

  /// Makes an alert.
  public init(
    detector: String, time: SimTime, cause: Int, suspect: AccountID, child: AccountID?,
    score: Double, reasons: [Reason]
  ) {
    self.detector = detector
    self.time = time
    self.cause = cause
    self.suspect = suspect
    self.child = child
    self.score = score
    self.reasons = reasons
  }

  /// The probability that the suspect is a groomer's, where the alert states one: its reason
  /// `probability`, in the unit `probability`, from 0 to 1.
  ///
  /// A score that is no probability has no such reason.
  public var probability: Double? {
    reasons.first { $0.name == "probability" && $0.unit == "probability" }
      .flatMap { (0...1).contains($0.value) ? $0.value : nil }
  }

  /// One value that led to an alert, with events that show it.
  public struct Reason: Sendable, Equatable, Codable {
    /// What was measured, such as `unconnected-minors`.
    public var name: String
    /// Its value when the alert was raised.
    public var value: Double
    /// What it is measured in, such as `accounts` or `share`.
    public var unit: String
    /// Numbers of events in the run that show it, as they arrived; a sample where there are many.
    public var events: [Int]

    /// Makes a reason.
    public init(name: String, value: Double, unit: String, events: [Int] = []) {
      self.name = name
      self.value = value
      self.unit = unit
      self.events = events
    }

    /// Says that the suspect is a groomer's with a probability; see `Alert.probability`.
    public static func probability(_ value: Double, events: [Int]) -> Reason {
      Reason(name: "probability", value: value, unit: "probability", events: events)
    }
  }
}
