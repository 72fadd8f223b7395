public import Vocabulary

/// Takes the alerts of one detector and stamps each with the moment at which the event that
/// caused it was handed on.
public struct AlertSink: Sendable {
  /// Which alerts are kept.
  public enum Keeping: Sendable, Equatable {
    /// As people are told: after an alert on a suspect, further ones on the same suspect are held
    /// back for so many days, as a moderator need not be told twice.
    case quiet(days: Double)
    /// For trying every threshold at once: on each suspect the first alert, and then each with a
    /// higher score than all before it. Reasons are left out.
    ///
    /// A detector's score is what it holds against its threshold. So of a detector at its most
    /// permissive threshold, the first alert on a suspect with a score of at least x is where the
    /// same detector with threshold x would have raised its first.
    case rising
  }

  let detector: String
  private let keeping: Keeping
  private var last: [AccountID: (time: SimTime, highest: Double)] = [:]
  /// The alerts so far, in the order of their causes.
  private(set) var alerts: [Alert] = []

  init(detector: String, keeping: Keeping) {
    self.detector = detector
    self.keeping = keeping
  }

  /// Whether scores matter after an alert as well, so that no detector may begin anew at one.
  public var isRising: Bool { keeping == .rising }

  /// Whether an alert on a suspect at an event may be kept; ask before working out its score.
  public func wants(_ suspect: AccountID, at row: Int, of batch: borrowing EventBatch) -> Bool {
    guard case .quiet(let days) = keeping, let last = last[suspect] else { return true }
    let quiet = Double(batch.events.arrival(of: row)) - Double(last.time.rawValue)
    return quiet >= days * Double(SimTime.secondsPerDay)
  }

  /// Raises an alert at an event of the batch being observed.
  ///
  /// - Parameters:
  ///   - suspect: whom it is about.
  ///   - child: the child it is about, where it is about one.
  ///   - row: the event of the batch that causes it; the alert has its time.
  ///   - batch: the batch being observed.
  ///   - score: how sure the detector is, on its own scale: what it holds against its threshold;
  ///     higher is surer.
  ///   - reasons: the values that led to it; worked out only if they are kept.
  public mutating func raise(
    _ suspect: AccountID, child: AccountID? = nil, at row: Int, of batch: borrowing EventBatch,
    score: Double, reasons: @autoclosure () -> [Alert.Reason]
  ) {
    let highest = last[suspect]?.highest ?? -.infinity
    guard isRising ? score > highest : wants(suspect, at: row, of: batch) else { return }
    let time = SimTime(rawValue: batch.events.arrival(of: row))
    last[suspect] = (time, score)
    alerts.append(
      Alert(
        detector: detector, time: time, cause: batch.events.number(of: row), suspect: suspect,
        child: child, score: score, reasons: isRising ? [] : reasons()))
  }
}
