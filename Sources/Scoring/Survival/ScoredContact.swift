import Activity
import Vocabulary

/// A sustained contact of a groomer with a child, and when one detector first alerted on the groomer.
///
/// All contacts are among them, also those that broke off or went on at the end: who met is known only
/// afterwards, so that a time to alert is told of all.
struct ScoredContact: Sendable, Equatable {
  /// The person who grooms: the cluster that the contact belongs to.
  var person: UInt32
  /// The child's account.
  var child: AccountID
  /// The first event between them.
  var firstContact: SimTime
  /// When they first met; nil if they did not.
  var meeting: SimTime?
  /// When contact broke off without a meeting; nil if it did not.
  var brokeOff: SimTime?
  /// The end of the run.
  var end: SimTime
  /// The first alert on the groomer's account; nil if there was none.
  var firstAlert: SimTime?

  /// What may be the first to happen to a contact, as `SurvivalTimes` numbers causes.
  enum Outcome: UInt8, CaseIterable {
    /// The detector alerted on the groomer.
    case alert = 1
    /// They met. An alert in the same second is not in time.
    case meeting = 2
    /// Contact broke off.
    case brokenOff = 3
  }

  /// When the contact was over, or the run.
  var lastDay: SimTime {
    min(meeting ?? end, brokeOff ?? end)
  }

  /// Days from first contact to the first alert on the groomer, 0 if that came before.
  ///
  /// If there was none, to the end of the run, and censored. What becomes of the contact does not
  /// matter.
  var timeToAlert: (days: Double, outcome: UInt8) {
    guard let firstAlert, firstAlert <= end else {
      return (max(0, end.days(since: firstContact)), SurvivalTimes.censored)
    }
    return (max(0, firstAlert.days(since: firstContact)), Outcome.alert.rawValue)
  }

  /// Days from first contact to what happened first: an alert, a meeting, or breaking off.
  ///
  /// If nothing did, to the end of the run, and censored.
  var timeToFirst: (days: Double, outcome: UInt8) {
    func days(_ time: SimTime) -> Double { max(0, time.days(since: firstContact)) }
    if let firstAlert, firstAlert < lastDay || firstAlert <= firstContact {
      return (days(firstAlert), Outcome.alert.rawValue)
    }
    if let meeting { return (days(meeting), Outcome.meeting.rawValue) }
    if let brokeOff { return (days(brokeOff), Outcome.brokenOff.rawValue) }
    // An alert in the last second of the run is one.
    if let firstAlert, firstAlert <= end { return (days(firstAlert), Outcome.alert.rawValue) }
    return (days(end), SurvivalTimes.censored)
  }

  /// Days of contact with the groomer not yet alerted on.
  var undetectedDays: Double {
    max(0, min(lastDay, firstAlert ?? lastDay).days(since: firstContact))
  }

  /// The same with a person's number that no other world has.
  func shifted(by offset: UInt32) -> ScoredContact {
    var shifted = self
    shifted.person += offset
    return shifted
  }
}

extension SurvivalTimes {
  /// The times of contacts, each of its groomer's cluster.
  init(_ contacts: [ScoredContact], _ time: (ScoredContact) -> (days: Double, outcome: UInt8)) {
    let times = contacts.map(time)
    self.init(
      days: times.map(\.days), outcomes: times.map(\.outcome), clusters: contacts.map(\.person))
  }
}
