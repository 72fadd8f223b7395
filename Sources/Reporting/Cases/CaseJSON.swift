import Activity
import Foundation
import Scoring
import Vocabulary

extension CaseReport {
  /// The version of the JSON layout; it rises when a reader would have to change.
  public static let currentSchemaVersion = 1

  /// The report as JSON with a line break at its end.
  ///
  /// Keys are sorted and numbers written in their shortest exact form, so that equal results are
  /// equal bytes. Times are seconds since the start, with the calendar's beside them; what is
  /// absent is left out.
  ///
  /// - Throws: `EncodingError` if a value is not finite, which no case holds.
  public func json() throws -> String {
    try JSONText.text(of: Document(self))
  }
}

/// The layout of the JSON.
private struct Document: Encodable {
  var schemaVersion = CaseReport.currentSchemaVersion
  var scenario: String
  var seed: UInt64
  var version: String
  var `case`: Contact
  var timeline: [Entry]
  var leads: [Lead]
  var notes: [String]

  init(_ report: CaseReport) {
    let context = report.context
    let words = CaseWords(
      contact: report.timeline.contact, calendar: context.calendar, because: context.because)
    scenario = context.scenario
    seed = context.seed
    version = context.version
    `case` = Contact(report)
    timeline = report.timeline.entries.map { entry in
      Entry(entry, sentence: words.sentence(for: entry), calendar: context.calendar)
    }
    leads = report.timeline.leads.map(Lead.init)
    notes = context.notes + CaseReport.notes
  }

  /// Who the two are, and what came of it.
  struct Contact: Encodable {
    var number: Int
    var profile: String
    var groomer: Account
    var child: Account
    var declaredKilometres: Double?
    var mutualFriends: Int
    var firstContact: Int32
    var movedOffPlatform: Int32?
    var told: Int32?
    var ended: Int32?
    var firstMeeting: Int32?

    init(_ report: CaseReport) {
      let (contact, context) = (report.timeline.contact, report.context)
      number = context.number
      profile = context.profile
      groomer = Account(id: contact.groomer.rawValue, party: context.groomer)
      child = Account(id: contact.child.rawValue, party: context.child)
      declaredKilometres = context.declaredKilometres
      mutualFriends = context.mutualFriends
      firstContact = contact.firstContact.rawValue
      movedOffPlatform = contact.movedOffPlatform?.rawValue
      told = contact.told?.rawValue
      ended = contact.ended?.rawValue
      firstMeeting = contact.firstMeeting?.rawValue
    }
  }

  /// An account with its owner.
  struct Account: Encodable {
    var id: UInt32
    var party: CaseParty
  }

  /// Something that happened.
  struct Entry: Encodable {
    var time: Int32
    var calendar: String
    var seenBy: CaseTimeline.Sight
    var sentence: String
    var kind: String
    var by: CaseTimeline.Party?
    var stage: String?
    var last: Int32?
    var groomer: Share?
    var child: Share?
    var alert: Alert?

    init(_ entry: CaseTimeline.Entry, sentence: String, calendar: (SimTime) -> String) {
      time = entry.time.rawValue
      self.calendar = calendar(entry.time)
      seenBy = entry.sight
      self.sentence = sentence
      switch entry.happening {
      case .act(let party, let act):
        kind = act.name
        by = party
      case .day(let sum):
        kind = sum.topic.rawValue
        last = sum.last.rawValue
        groomer = Share(sum.share(of: .groomer))
        child = Share(sum.share(of: .child))
      case .stage(let begun):
        kind = "stage"
        stage = begun.name
      case .movedOffPlatform: kind = "moved-off-platform"
      case .told: kind = "told"
      case .ended: kind = "ended"
      case .meeting: kind = "meeting"
      case .runEnded: kind = "run-ended"
      case .alert(let raised):
        kind = "alert"
        alert = raised
      }
    }
  }

  /// What one of the two did in a day.
  struct Share: Encodable {
    var events: Int
    var count: Int
    var cues: [String: Int]

    init?(_ share: DaySum.Share) {
      guard share.events > 0 else { return nil }
      events = share.events
      count = share.count
      cues = [:]
      for cue in Cue.allCases where share.cues[cue.bit] > 0 {
        cues[cue.rawValue] = share.cues[cue.bit]
      }
    }
  }

  /// How early a detector was.
  struct Lead: Encodable {
    var detector: String
    var alerts: Int
    var first: Int32?
    var firstNamingChild: Int32?
    var leadDays: Double?

    init(_ lead: CaseTimeline.Lead) {
      detector = lead.detector
      alerts = lead.alerts
      first = lead.first?.rawValue
      firstNamingChild = lead.firstNamingChild?.rawValue
      leadDays = lead.leadDays
    }
  }
}
