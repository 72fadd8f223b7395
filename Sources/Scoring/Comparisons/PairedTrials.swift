import Activity
import Vocabulary

/// A metric as a share of trials, each of an account, so that two sides can be compared person by
/// person.
///
/// To have an interval for the difference of another metric, add an element to `all`.
struct PairedTrials: Sendable {
  /// The metric.
  let metric: Metric
  /// How much of the metric a share of 1 is, by the days of the run.
  let scale: @Sendable (_ days: Double) -> Double
  /// Whether both sides have the same trials, so that they can be tested one against the other.
  let areSame: Bool
  /// The trials of a side in a world.
  let of: @Sendable (ComparedWorld, Replay.Raised) -> [Trial]

  /// Something of an account that comes out one way or the other.
  struct Trial: Sendable, Equatable {
    var account: AccountID
    var isSuccess: Bool
  }

  /// The metrics that have it.
  static let all: [PairedTrials] =
    [
      preceded(.preceded) { $0 > 0 },
      preceded(days: 1), preceded(days: 7), preceded(days: 30),
      PairedTrials(metric: .groomersAlerted) { world, raised in
        world.truth.groomers.map { Trial(account: $0, isSuccess: raised.first[$0] != nil) }
      },
      PairedTrials(metric: .firstAlertRate, scale: { 7_000 / $0 }) { world, raised in
        (0..<world.census.subjects.count).map { AccountID($0) }
          .map { Trial(account: $0, isSuccess: raised.first[$0] != nil) }
      },
      PairedTrials(metric: .precision, areSame: false) { world, raised in
        raised.first.keys.sorted { $0.rawValue < $1.rawValue }
          .map { Trial(account: $0, isSuccess: world.census.groomers.contains($0)) }
      },
      PairedTrials(metric: .falseAlarmsAdults) { world, raised in
        let (subjects, groomers) = (world.census.subjects, world.census.groomers)
        return (0..<subjects.count).map { AccountID($0) }
          .filter { subjects.ages[$0.index] >= Subjects.adultAge && !groomers.contains($0) }
          .map { Trial(account: $0, isSuccess: raised.first[$0] != nil) }
      },
    ]

  /// The trials of a metric; nil for one that is no share of trials.
  static func of(_ metric: Metric) -> PairedTrials? {
    all.first { $0.metric.name == metric.name }
  }

  private init(
    metric: Metric, scale: @escaping @Sendable (Double) -> Double = { _ in 1 },
    areSame: Bool = true,
    of: @escaping @Sendable (ComparedWorld, Replay.Raised) -> [Trial]
  ) {
    self.metric = metric
    self.scale = scale
    self.areSame = areSame
    self.of = of
  }

  private static func preceded(days: Int) -> PairedTrials {
    preceded(.precededByDays(days)) { $0 >= days * Int(SimTime.secondsPerDay) }
  }

  /// One trial per meeting.
  private static func preceded(
    _ metric: Metric, whereLead isEnough: @escaping @Sendable (Int) -> Bool
  ) -> PairedTrials {
    PairedTrials(metric: metric) { world, raised in
      world.truth.cases.compactMap { contact in
        guard let meeting = contact.firstMeeting else { return nil }
        let lead = raised.first[contact.groomer].map { Int(meeting.rawValue) - Int($0.rawValue) }
        return Trial(account: contact.groomer, isSuccess: lead.map(isEnough) ?? false)
      }
    }
  }
}
