import Activity
import Settings
import Vocabulary

extension ValidationRow {
  /// V25: how long contact lasts before a meeting, and how often it comes to one.
  ///
  /// Of the cases of the truth: the share that comes to a meeting, F(∞), and of those the share with
  /// more than 30 days from first contact to meeting, 1 − F(30)/F(∞). Contacts that still go on at the
  /// end of the run would be left out of a plain share, and those are the long ones; so F is the
  /// cumulative incidence of Aalen and Johansen (`CumulativeIncidence`). What it cannot know is what
  /// lasts longer than the run, so a run of `leastDays` is needed. Standard errors: jackknife over
  /// groomers.
  public static let contactLength = onActivity(
    id: "V25", title: "Length of contact before a meeting, and meetings",
    source: .published(
      "Wolak, Finkelhor and Mitchell 2004, Tables 2-3, from memory: 64 % of contacts that came to a "
        + "meeting lasted over a month; Greene-Colozzi et al. 2020 (abstract read): 38 % of those in "
        + "a long contact met", .memoryHigh),
    citation: "Wolak 2004"
  ) { activity in
    let lengths = ContactLengths(of: activity)
    let how =
      " Contacts that go on at the end of the run count for as long as they were seen (Aalen and "
      + "Johansen). Standard error: jackknife over groomers."
    let accepted = (long: Band.between(0.56, 0.72), met: Band.between(0.2, 0.75))
    return [
      Figure(
        "met: contact over 30 days",
        definition: "Cases that came to a meeting more than 30 days after first contact, of all "
          + "that came to one." + how,
        target: .value(0.64), accepted: accepted.long, decimals: 3,
        finding: lengths.finding(telling: accepted.long, orNotShown: "nobody met") {
          then, finally in finally > 0 ? 1 - then / finally : nil
        }),
      Figure(
        "cases that come to a meeting",
        definition: "Cases that come to a meeting, of all cases." + how,
        target: .value(0.38), accepted: accepted.met, decimals: 3,
        finding: lengths.finding(telling: accepted.met, orNotShown: "") { _, finally in finally }),
    ]
  }
}

/// How long contacts last, and how they end.
private struct ContactLengths {
  /// The shortest run from which lengths can be told: our choice; about a tenth of what the default
  /// scenario brings to a meeting takes longer.
  static let leastDays = 200
  /// The length that was asked for.
  static let longDays = 30.0

  let days: Int
  let groomers: Int
  let cases: Int
  let incidence: CumulativeIncidence

  init(of activity: ActivitySample) {
    let clusters = GroomerClusters(activity.truth, in: activity.world)
    days = activity.days
    groomers = clusters.count
    cases = activity.truth.cases.count
    incidence = CumulativeIncidence(
      activity.truth.cases.map { contact in
        let last = contact.firstMeeting ?? contact.ended ?? activity.truth.end
        return CumulativeIncidence.Course(
          days: last.days(since: contact.firstContact),
          ending: contact.firstMeeting != nil ? .event : contact.ended != nil ? .other : .ongoing,
          cluster: clusters[contact.groomer])
      })
  }

  func finding(
    telling accepted: Band, orNotShown reason: String,
    _ statistic: (_ then: Double, _ finally: Double) -> Double?
  ) -> Figure.Finding {
    guard days >= Self.leastDays else {
      return .notShown(
        "contacts take too long for a run of \(days) days: at least \(Self.leastDays) are needed")
    }
    guard cases > 0 else { return .notShown("there are no cases") }
    let estimate = Jackknife.estimate(clusters: groomers) { isLeftOut in
      let values = incidence.values(at: Self.longDays, without: isLeftOut)
      return statistic(values.then, values.finally)
    }
    return .measured(estimate, telling: accepted, orNotShown: reason)
  }
}
