import RealModule
import Vocabulary

extension Metric {
  /// The early risk detection error ERDE_o: 0 is best, and a late alert costs nearly as much as none.
  ///
  /// The mean over all accounts of: an innocent account alerted on, c_fp = groomers / accounts; a groomer not
  /// alerted on, 1; a groomer alerted on, lc_o(k) = 1 − 1 / (1 + e^{k−o}) with k the number of runs of
  /// messages that the account had written by its first alert, at least 1; anybody else, 0. Losada and
  /// Crestani 2016, A Test Collection for Research on Depression and Language Use, doi
  /// 10.1007/978-3-319-44564-9_3; costs as in the script of the eRisk evaluations. A message there is a run
  /// of messages here. Known weaknesses: o is set by hand, lc_o is nearly a step, and where groomers
  /// are rare all detectors look good (Sadeque et al. 2018): compare it within one world. Absent
  /// where nobody counted messages (`Sightings`).
  public static func erde(_ o: Int) -> Metric {
    Metric(
      name: "erde-\(o)", unit: "cost", direction: .lower,
      summary: "Early risk detection error: an alert at run of messages \(o) costs half a miss."
    ) { record in
      record.erde { groomer in
        groomer.firstAlert == nil ? 1 : groomer.runsOfMessages.map { Self.cost(Double($0), o) }
      }
    }
  }

  /// The same with days since the account's first contact with a child in place of messages.
  ///
  /// lc_o(d) = 1 − 1 / (1 + e^{d−o}), d in days, 0 for an alert before first contact or on a groomer
  /// without one. In the manner of ERDE_o: that counts texts, and others who count time cost it
  /// differently.
  public static func erde(days o: Int) -> Metric {
    Metric(
      name: "erde-\(o)d", unit: "cost", direction: .lower,
      summary: "Early risk detection error: an alert \(o) days after contact costs half a miss."
    ) { record in
      record.erde { groomer in
        guard let alert = groomer.firstAlert else { return 1 }
        return Self.cost(groomer.firstContact.map { max(0, alert.days(since: $0)) } ?? 0, o)
      }
    }
  }

  /// 1 − 1 / (1 + e^{k−o}), written so that no power that is large is subtracted.
  private static func cost(_ k: Double, _ o: Int) -> Double {
    1 / (1 + Double.exp(Double(o) - k))
  }
}

extension DetectorRecord {
  /// The mean cost over all accounts with its 95 % interval; undefined where a cost is.
  ///
  /// The variance is that of a ratio between persons, as in `ClusteredMean`, each innocent account for
  /// itself; c_fp is held as it is.
  fileprivate func erde(cost: (ScoredGroomer) -> Double?) -> Measurement {
    let accounts = Double(scope.accounts)
    let costs = groomers.compactMap(cost)
    guard accounts > 0, costs.count == groomers.count else { return Measurement() }
    let falseAlarms = Double(accountsAlerted - groomersAlerted)
    let falseAlarm = Double(groomers.count) / accounts
    let mean = (costs.reduce(0, +) + falseAlarms * falseAlarm) / accounts
    var residuals: [UInt32: Double] = [:]
    for (groomer, cost) in zip(groomers, costs) {
      residuals[groomer.person, default: 0] += cost - mean
    }
    let innocent = accounts - Double(groomers.count)
    let squares =
      residuals.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
      + falseAlarms * (falseAlarm - mean) * (falseAlarm - mean)
      + (innocent - falseAlarms) * mean * mean
    let units = innocent + Double(residuals.count)
    guard units > 1 else { return Measurement(value: mean) }
    let reach = Interval.z * (units / (units - 1) * squares).squareRoot() / accounts
    return Measurement(
      value: mean, interval: Interval(low: max(0, mean - reach), high: min(1, mean + reach)))
  }
}
