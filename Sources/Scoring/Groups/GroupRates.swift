public import Activity
public import Vocabulary

/// How one detector serves groups of people: false alarms, and meetings alerted in time.
///
/// Groups are by the real age of the account's owner, by sex, or by the place of residence. Groups of fewer
/// than `smallest` are put together, as shares of a handful say nothing (and small groups mislead:
/// arXiv 2506.10586); where that leaves fewer still, they are left out and named.
public struct GroupRates: Codable, Sendable, Equatable {
  /// By what people are divided.
  public var division: Division
  /// Innocent accounts alerted on, of the group's.
  public var falseAlarms: Shares
  /// Meetings with an alert on the groomer at any time before, by the child's group.
  public var preceded: Shares

  /// Groups of fewer accounts, or meetings, than this are put together: a rule of thumb.
  public static let smallest = 30

  /// A share, group by group.
  public struct Shares: Codable, Sendable, Equatable {
    /// In the order of the division; what was put together comes last.
    public var groups: [Group]
    /// Groups left out, being too small even together.
    public var suppressed: [String]
    /// How far the highest and the lowest are apart; nil (absent in JSON) with fewer than two groups.
    public var spread: GroupSpread?
  }

  /// A share in one group.
  public struct Group: Codable, Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// The groups that were put together; empty for one by itself.
    public var members: [String]
    /// How many of it.
    public var count: Int
    /// Out of how many.
    public var total: Int
    /// The share with a 95 % interval: of meetings one clustered by groomer.
    public var share: Estimate
    /// The median lead time, where the share is of meetings.
    public var medianLead: AlarmCurve.Lead?
    /// How many independent trials the total is worth.
    var effectiveTotal: Double

    private enum CodingKeys: String, CodingKey {
      case name, members, count, total, share, medianLead, effectiveTotal
    }
  }

  /// Divides what one detector did in one world.
  ///
  /// - Parameters:
  ///   - truth: who groomed whom, and when they met.
  ///   - subjects: the accounts; by sex and region only where it has those.
  ///   - alerts: the detector's alerts, in any order.
  /// - Returns: one per division that is known.
  /// - Throws: `ScoringError` when the arguments do not belong together.
  public static func all(
    truth: GroundTruth, subjects: Subjects, alerts: [Alert]
  ) throws(ScoringError) -> [GroupRates] {
    let census = try Census(truth: truth, subjects: subjects)
    let raised = try Replay.Raised(joining: alerts, accounts: subjects.count)
    let record = ComparedWorld(census: census, truth: truth, inUse: raised, candidate: raised)
      .record(\.inUse)
    return record.groups.map { GroupRates(of: $0, in: record) }
  }

  /// Divides what a record has.
  init(of counts: GroupCounts, in record: DetectorRecord) {
    division = counts.division
    falseAlarms = Shares(GroupChoice(falseAlarmsOf: counts))
    preceded = Shares(GroupChoice(precededOf: counts, in: record))
  }
}

extension GroupRates.Shares {
  /// Takes groups, and compares the highest with the lowest.
  init(_ chosen: GroupChoice) {
    groups = chosen.groups
    suppressed = chosen.suppressed
    spread = GroupSpread(of: groups)
  }
}

/// Groups large enough to say something of.
struct GroupChoice {
  /// In the order of the division; what was put together comes last.
  private(set) var groups: [GroupRates.Group]
  /// Groups left out, being too small even together.
  private(set) var suppressed: [String]

  /// Innocent accounts alerted on.
  init(falseAlarmsOf counts: GroupCounts) {
    self.init(names: counts.names, totals: counts.innocent) { name, members, positions in
      let (count, total) = positions.reduce((0, 0)) {
        ($0.0 + counts.alerted[$1], $0.1 + counts.innocent[$1])
      }
      return Estimate(count: count, of: total).map { share in
        GroupRates.Group(
          name: name, members: members, count: count, total: total, share: share,
          medianLead: nil, effectiveTotal: Double(total))
      }
    }
  }

  /// Meetings with an alert before.
  init(precededOf counts: GroupCounts, in record: DetectorRecord) {
    var totals = counts.names.map { _ in 0 }
    for group in counts.cases { totals[group] += 1 }
    self.init(names: counts.names, totals: totals) { name, members, positions in
      let inside = Set(positions)
      let cases = counts.cases.indices.filter { inside.contains(counts.cases[$0]) }
      let leads = cases.map { record.leads[$0] }
      let clusters = cases.map { record.caseGroomers[$0] }
      let trials = ClusteredTrials(
        outcomes: leads.map { $0.map { $0 > 0 } ?? false }, clusters: clusters)
      guard let share = trials.measurement.value, let interval = trials.measurement.interval
      else { return nil }
      return GroupRates.Group(
        name: name, members: members, count: trials.count, total: trials.total,
        share: Estimate(value: share, low: interval.low, high: interval.high),
        medianLead: AlarmCurve.Lead(medianOf: leads, clusters: clusters),
        effectiveTotal: trials.effectiveTotal)
    }
  }

  /// Puts small groups together, and leaves empty ones out.
  private init(
    names: [String], totals: [Int],
    group: (_ name: String, _ members: [String], _ positions: [Int]) -> GroupRates.Group?
  ) {
    let present = names.indices.filter { totals[$0] > 0 }
    let large = present.filter { totals[$0] >= GroupRates.smallest }
    let small = present.filter { totals[$0] < GroupRates.smallest }
    let together = small.reduce(0) { $0 + totals[$1] }
    groups = large.compactMap { group(names[$0], [], [$0]) }
    suppressed = []
    if together >= GroupRates.smallest {
      groups += [group("others", small.map { names[$0] }, small)].compactMap(\.self)
    } else {
      suppressed = small.map { names[$0] }
    }
  }
}
