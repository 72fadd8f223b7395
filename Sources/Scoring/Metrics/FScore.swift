extension Metric {
  /// F1 over accounts: the harmonic mean of precision and recall.
  ///
  /// 2 TP / (2 TP + FP + FN), TP and FN groomers' accounts alerted on at any time and never, FP innocent
  /// accounts alerted on; 0 with no TP, undefined if there was nobody to alert on and nobody was. It
  /// hangs on how common groomers are here. The interval is Wilson's for that ratio, on an effective number of trials:
  /// F (1−F) / v, v the variance of a ratio between persons, as in `ClusteredTrials`.
  public static let f1 = Metric(
    name: "f1", unit: "share", direction: .higher,
    summary: "F1 over accounts: harmonic mean of precision and recall, in this enriched world."
  ) { record in
    record.f1
  }

  /// Latency-weighted F1: F1 times `speed`.
  ///
  /// F_latency = F1 · (1 − median penalty); Sadeque, Xu and Bethard 2018, Measuring the Latency of
  /// Depression Detection in Social Media, doi 10.1145/3159652.3159725, with the median over true
  /// positives as the script of the eRisk evaluations has it. With no true positive 0, where the script
  /// has no number: F1 is 0, whatever the speed. Absent where nobody counted messages. The interval is
  /// `ClusterBootstrap`'s over persons who groom, with false alarms held: it says nothing of those.
  public static let fLatency = Metric(
    name: "f-latency", unit: "share", direction: .higher,
    summary: "F1 over accounts times the speed of the alerts: latency-weighted F1."
  ) { record in
    guard record.messagesAreCounted, let f1 = record.f1.value else { return Measurement() }
    guard let speed = record.speed(of: record.runsOfMessages) else {
      return Measurement(value: 0)
    }
    return Measurement(value: f1 * speed, interval: record.fLatencyInterval)
  }
}

extension DetectorRecord {
  /// F1 with its interval.
  fileprivate var f1: Measurement {
    let trials = groomers.count + accountsAlerted
    guard trials > 0 else { return Measurement() }
    let value = Self.f1(hits: groomersAlerted, of: groomers.count, alerted: accountsAlerted)
    // As a ratio Σ y / Σ x: a groomer's account found adds 2 to both, any other 0 to y and 1 to x.
    var residuals: [UInt32: Double] = [:]
    for groomer in groomers {
      residuals[groomer.person, default: 0] +=
        groomer.firstAlert == nil ? -value : 2 - 2 * value
    }
    let falseAlarms = Double(accountsAlerted - groomersAlerted)
    let squares =
      residuals.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
      + falseAlarms * value * value
    let units = Double(residuals.count) + falseAlarms
    let variance = units / max(1, units - 1) * squares / Double(trials * trials)
    let effective = variance > 0 ? value * (1 - value) / variance : units
    return Measurement(
      value: value,
      interval: .wilson(share: value, trials: min(max(1, effective), Double(trials))))
  }

  /// F1 of so many groomers found among so many accounts alerted on; there is one of either.
  private static func f1(hits: Int, of groomers: Int, alerted: Int) -> Double {
    2 * Double(hits) / Double(groomers + alerted)
  }

  /// The interval of F_latency over resampled persons.
  fileprivate var fLatencyInterval: Interval? {
    let persons = Array(Set(groomers.map(\.person))).sorted()
    let places = groomers.map { groomer in persons.partitioningIndex { $0 >= groomer.person } }
    // Sorted by how many runs it took, so that the median of a resample is a walk.
    let order = groomers.indices.sorted {
      (groomers[$0].runsOfMessages ?? .max, $0) < (groomers[$1].runsOfMessages ?? .max, $1)
    }
    let falseAlarms = accountsAlerted - groomersAlerted
    return ClusterBootstrap(clusters: persons.count).interval { weights in
      var (all, hits) = (0, 0)
      for index in order {
        let weight = Int(weights[places[index]])
        all += weight
        if groomers[index].runsOfMessages != nil { hits += weight }
      }
      guard hits > 0 else { return all > 0 ? 0 : nil }
      var (middles, passed) = ([Int](), 0)
      for index in order where middles.count < 2 {
        guard let runs = groomers[index].runsOfMessages else { break }
        passed += Int(weights[places[index]])
        if middles.isEmpty, passed > (hits - 1) / 2 { middles.append(runs) }
        if passed > hits / 2 { middles.append(runs) }
      }
      guard let speed = speed(of: middles) else { return nil }
      return Self.f1(hits: hits, of: all, alerted: hits + falseAlarms) * speed
    }
  }
}
