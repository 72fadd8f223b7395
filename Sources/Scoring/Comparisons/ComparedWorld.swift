import Activity
import Vocabulary

/// A world, and what each of two sides raised in it.
struct ComparedWorld: Sendable {
  let census: Census
  let truth: GroundTruth
  let inUse: Replay.Raised
  let candidate: Replay.Raised

  /// What one side did.
  func record(_ side: KeyPath<ComparedWorld, Replay.Raised>) -> DetectorRecord {
    let raised = self[keyPath: side]
    let cases = truth.cases.compactMap { contact -> ScoredCase? in
      guard let meeting = contact.firstMeeting else { return nil }
      return ScoredCase(
        groomer: contact.groomer, child: contact.child, firstContact: contact.firstContact,
        meeting: meeting, firstAlerts: [raised.first[contact.groomer]])
    }
    return DetectorRecord(at: 0, cases: cases, raised: raised, census: census)
  }
}

extension Replay.Raised {
  /// What alerts of any detectors come to, as if one had raised them.
  ///
  /// - Throws: `ScoringError.unknownAccount`.
  init(joining alerts: [Alert], accounts: Int) throws(ScoringError) {
    for alert in alerts {
      guard alert.suspect.rawValue < UInt32(accounts) else {
        throw .unknownAccount(
          alert.suspect, named: "An alert of '\(alert.detector)'", accounts: accounts)
      }
      add(alert)
    }
  }
}
