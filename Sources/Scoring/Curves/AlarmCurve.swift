import RealModule
import Vocabulary

/// Meetings alerted in time against false alarms, at every threshold of one detector: AMOC, the curve
/// that matters most.
///
/// Activity monitoring operating characteristic: Fawcett and Provost 1999, Activity monitoring:
/// noticing interesting changes in behavior, KDD, 53-62 (MEMORY). Theirs has one score of timeliness
/// against false alarms per unit of time; here it is the share of meetings preceded by an alert, at
/// all and by 7 and 30 days, and the median lead time. The price is what `TradeOff.within(budget:)`
/// takes: first alerts on innocent accounts per 1,000 accounts a week.
///
/// A step curve: at a price between two points, the detector gives what it gives at the cheaper one.
/// Thresholds are chosen with the truth known, as in `PricedAlerts`.
public struct AlarmCurve: Codable, Sendable, Equatable {
  /// From the lowest price to the highest; the first is the best that costs nothing.
  public var points: [Point]
  /// The meetings that shares are of.
  public var meetings: Int
  /// Those meetings' groomers, each once per world.
  public var groomers: Int
  /// The worlds.
  public var worlds: Int

  /// What the detector gives at one price.
  public struct Point: Codable, Sendable, Equatable {
    /// First alerts on innocent accounts per 1,000 accounts a week.
    public var price: Double
    /// Innocent accounts alerted on.
    public var falseAlarms: Int
    /// The lowest score from which there is an alert; nil (absent in JSON) if there is none at all.
    public var threshold: Double?
    /// The share of meetings with an alert at any time before; nil (absent) without a meeting.
    ///
    /// Intervals are pointwise, clustered by groomer and by world as in `PricedAlerts`.
    public var preceded: Estimate?
    /// The share of meetings with an alert at least 7 days before.
    public var precededBy7Days: Estimate?
    /// The share of meetings with an alert at least 30 days before.
    public var precededBy30Days: Estimate?
    /// The median lead time.
    public var medianLead: Lead
  }

  /// A lead time in days, where missed meetings rank last: what is absent is no lead at all.
  public struct Lead: Codable, Sendable, Equatable {
    /// Days from first alert to meeting; below 0 if after it; nil if half or more had no alert.
    public var days: Double?
    /// The lower end of the 95 % interval; nil where that is no alert.
    public var low: Double?
    /// The upper end of the 95 % interval; nil where that is no alert.
    public var high: Double?
  }
}

extension TradeOff {
  /// Meetings alerted in time against false alarms.
  ///
  /// - Parameter limit: how many points at most, about. Where there are more prices, those kept lie
  ///   closer together where false alarms are few, as everybody reads the curve from there.
  /// - Returns: the curve, of which the first point costs nothing.
  /// - Complexity: O(points · meetings · log scores), and a sort of the scores.
  public func alarmCurve(points limit: Int = 200) -> AlarmCurve {
    let alarms = innocent.sorted(by: >)
    return AlarmCurve(
      points: steps(of: alarms, seen: seen.sorted(by: >), limit: limit).map(point),
      meetings: meetings.count,
      groomers: Set(meetings.map(\.groomer)).count, worlds: worlds)
  }

  /// A threshold, and how many false alarms it comes to.
  private struct Choice {
    var threshold: Double?
    var falseAlarms: Int
  }

  /// For every number of false alarms that a threshold can come to, the lowest that does; thinned.
  private func steps(of alarms: [Double], seen: [Double], limit: Int) -> [Choice] {
    var choices: [Choice] = []
    var position = 0
    /// The lowest score seen that is above another.
    func lowest(above bound: Double?) -> Double? {
      while position < seen.count, bound.map({ seen[position] > $0 }) ?? true { position += 1 }
      return position > 0 ? seen[position - 1] : nil
    }
    var next = 0
    while true {
      let bound = next < alarms.count ? alarms[next] : nil
      choices.append(Choice(threshold: lowest(above: bound), falseAlarms: next))
      guard let bound else { break }
      while next < alarms.count, alarms[next] == bound { next += 1 }
    }
    guard choices.count > limit else { return choices }
    // Numbers of false alarms that grow by a constant factor, all of the smallest among them.
    let growth = Double.pow(Double(alarms.count), 1 / Double(limit))
    var wanted = 0.0
    var kept: [Choice] = []
    for (index, choice) in choices.enumerated() {
      guard Double(choice.falseAlarms) >= wanted || index == choices.count - 1 else { continue }
      kept.append(choice)
      wanted = max(Double(choice.falseAlarms) + 1, Double(choice.falseAlarms) * growth)
    }
    return kept
  }

  private func point(_ choice: Choice) -> AlarmCurve.Point {
    let leads = leads(from: choice.threshold)
    func share(_ least: Int) -> Estimate? {
      ClusteredShare(
        outcomes: leads.map { $0.map { $0 >= least } ?? false }, of: meetings.map(\.groomer),
        worlds: worlds
      ).estimate
    }
    let day = Int(SimTime.secondsPerDay)
    return AlarmCurve.Point(
      price: thousandAccountWeeks > 0 ? Double(choice.falseAlarms) / thousandAccountWeeks : 0,
      falseAlarms: choice.falseAlarms, threshold: choice.threshold, preceded: share(1),
      precededBy7Days: share(7 * day), precededBy30Days: share(30 * day),
      medianLead: AlarmCurve.Lead(medianOf: leads, clusters: meetings.map(\.groomer)))
  }

  /// Seconds from the first alert to each meeting at a threshold; nil for a miss.
  func leads(from threshold: Double?) -> [Int?] {
    meetings.map { meeting in
      guard let threshold, let alert = meeting.scores.first(reaching: threshold) else { return nil }
      return Int(meeting.time.rawValue) - Int(alert.rawValue)
    }
  }
}

extension AlarmCurve.Lead {
  /// The median of lead times in seconds, a miss as the lowest of all; see `Metric.leadMedian`.
  init<Cluster: Hashable & Comparable>(medianOf leads: [Int?], clusters: [Cluster]) {
    let median = Measurement.quantile(
      0.5, of: leads.map { $0.map { Double($0) / Double(SimTime.secondsPerDay) } ?? -.infinity },
      clusters: clusters)
    func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
    self.init(
      days: finite(median.value), low: finite(median.interval?.low),
      high: finite(median.interval?.high))
  }
}
