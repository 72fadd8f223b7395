public import Vocabulary

/// Takes the alerts of one detector and stamps each with the time of the event that caused it.
///
/// After an alert on a suspect, further ones of the same detector on the same suspect are held
/// back for a while: a moderator need not be told twice.
public struct AlertSink: Sendable {
  private let detector: String
  private let quietSeconds: Double
  private var lastAlert: [AccountID: SimTime] = [:]
  /// The alerts so far, in the order of their causes.
  private(set) var alerts: [Alert] = []

  init(detector: String, quietDays: Double) {
    self.detector = detector
    quietSeconds = quietDays * Double(SimTime.secondsPerDay)
  }

  /// Whether an alert on a suspect at an event would be kept; ask before working out its reasons.
  public func wants(_ suspect: AccountID, at row: Int, of batch: borrowing EventBatch) -> Bool {
    guard let last = lastAlert[suspect] else { return true }
    return Double(batch.events.times[row]) - Double(last.rawValue) >= quietSeconds
  }

  /// Raises an alert at an event of the batch being observed.
  ///
  /// - Parameters:
  ///   - suspect: whom it is about.
  ///   - child: the child it is about, where it is about one.
  ///   - row: the event of the batch that causes it; the alert has its time.
  ///   - batch: the batch being observed.
  ///   - score: how sure the detector is, on its own scale; higher is surer.
  ///   - reasons: the values that led to it.
  public mutating func raise(
    _ suspect: AccountID, child: AccountID? = nil, at row: Int, of batch: borrowing EventBatch,
    score: Double, reasons: [Alert.Reason]
  ) {
    guard wants(suspect, at: row, of: batch) else { return }
    let time = SimTime(rawValue: batch.events.times[row])
    lastAlert[suspect] = time
    alerts.append(
      Alert(
        detector: detector, time: time, cause: batch.events.number(of: row), suspect: suspect,
        child: child, score: score, reasons: reasons))
  }
}
