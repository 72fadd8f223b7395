/// Intervals of an incidence, and of what follows from it, that hold for clusters.
extension Incidence {
  /// How many independent rows the share at a time is worth.
  ///
  /// p (1−p) / v with p the share and v its variance by the infinitesimal jackknife: the smaller of
  /// what rows and what clusters leave, of these n/(n−1) times as much, so that without censoring it is
  /// just what `ClusteredTrials` has. Where p is 0 or 1, every cluster counts once whose outcome is
  /// known then.
  private func effectiveTotal(at days: Double, share: Double) -> Double {
    let isMixed = share > 0 && share < 1
    let variance = variance(ofSum: isMixed ? influences(at: days) : [])
    guard variance.rows > 0, variance.clusters > 0, rows.clusterCount > 1 else {
      return Double(max(1, rows.clustersKnown(at: days)))
    }
    let n = Double(rows.count)
    let free = share * (1 - share)
    return max(1, min(n, free / variance.rows, free / variance.clusters * n / (n - 1)))
  }

  /// The share by a time with its 95 % interval: Wilson's on `effectiveTotal`.
  ///
  /// Where one alert counts for all contacts of a groomer it held the truth in 93 to 96 of 100 worlds, a
  /// bootstrap over groomers in 92 to 94, and Greenwood's interval, every contact for itself, in 65 or 66
  /// (`Documentation/Experiments/survival_intervals.py`).
  ///
  /// - Returns: nil where nothing is known of the time.
  func estimate(at days: Double) -> Estimate? {
    guard let share = self[days] else { return nil }
    let interval = Interval.wilson(
      share: share, trials: effectiveTotal(at: days, share: share))
    return Estimate(
      value: share, low: min(interval.low, share), high: max(interval.high, share))
  }

  /// The time by which the share reaches `p`, with Woodruff's interval (`Measurement.quantile`).
  ///
  /// Infinite where it does not reach it while anybody is under observation.
  ///
  /// - Returns: undefined without rows.
  func quantile(_ p: Double) -> Measurement {
    guard rows.count > 0 else { return Measurement() }
    func time(reaching share: Double) -> Double {
      // A hair less: 1 − 0.9 · 0.5 and the like must not miss a share by their rounding.
      let step = incidence.firstIndex { $0 >= share - 1e-12 }
      return step.map { rows.times[$0] } ?? .infinity
    }
    let value = time(reaching: p)
    let days = value.isFinite ? value : rows.times[rows.times.count - 1]
    let share = self[days] ?? 0
    let ranks = Interval.wilson(share: p, trials: effectiveTotal(at: days, share: share))
    return Measurement(
      value: value,
      interval: Interval(
        low: min(time(reaching: ranks.low), value), high: max(time(reaching: ranks.high), value)))
  }

  /// The mean time without any event within the first days, with its 95 % interval.
  ///
  /// ∫₀^τ S(t) dt, summed step by step. Its variance is that of the estimator,
  /// Σ_j (∫_{t_j}^τ S)² a_j / (n_j (n_j − a_j)), or between clusters where that is larger; the interval
  /// Student's with a degree of freedom less than clusters. Irwin 1949 and Royston and Parmar 2013,
  /// BMC Medical Research Methodology 13:152, doi 10.1186/1471-2288-13-152 (MEMORY; held in the tests
  /// against numerical derivatives).
  ///
  /// - Parameter days: τ, above 0.
  /// - Returns: undefined where somebody may still be waiting at τ of whom nothing is known.
  /// - Precondition: the incidence is of any cause.
  func restrictedMean(to days: Double) -> Measurement {
    precondition(cause == nil, "how long nothing happens does not hang on the cause")
    guard isKnown(at: days) else { return Measurement() }
    let areas = areas(to: days)
    let mean = areas.first.map { $0 + min(rows.times[0], days) } ?? days
    let variance = variance(ofSum: influencesOnMean(areas, to: days))
    let error = max(variance.rows, variance.clusters).squareRoot()
    // Where all are alike, nothing can be seen of how much they may differ.
    guard rows.clusterCount > 1, error > 0 else { return Measurement(value: mean) }
    let reach = StudentT.upper95(degreesOfFreedom: rows.clusterCount - 1) * error
    return Measurement(
      value: mean, interval: Interval(low: max(0, mean - reach), high: min(days, mean + reach)))
  }

  /// ∫_{t_j}^τ S for each step, 0 for those at τ and beyond.
  private func areas(to days: Double) -> [Double] {
    var areas = Array(repeating: 0.0, count: rows.times.count)
    var area = 0.0
    for step in rows.times.indices.reversed() where rows.times[step] < days {
      let next = step + 1 < rows.times.count ? min(rows.times[step + 1], days) : days
      area += survival[step] * (next - rows.times[step])
      areas[step] = area
    }
    return areas
  }

  /// What each row contributes to the restricted mean: minus the integral of `influences`.
  private func influencesOnMean(_ areas: [Double], to days: Double) -> [Double] {
    var sums = [0.0]
    for step in rows.times.indices {
      let weight = hazard[step] - (step == 0 ? 0 : hazard[step - 1])
      sums.append(sums[step] + weight * areas[step])
    }
    return (0..<rows.count).map { row in
      let step = Int(rows.steps[row])
      var influence = sums[step + 1]
      let remaining = atRisk[step] - events[step]
      if rows.outcomes[row] != SurvivalTimes.censored, remaining > 0 {
        influence -= areas[step] / Double(remaining)
      }
      return influence
    }
  }

  /// The variance of a sum over rows: between rows, and between G clusters, times G/(G−1).
  func variance(ofSum influences: [Double]) -> (rows: Double, clusters: Double) {
    var sums = Array(repeating: 0.0, count: rows.clusterCount)
    var between = 0.0
    for (row, influence) in influences.enumerated() {
      between += influence * influence
      sums[Int(rows.clusters[row])] += influence
    }
    let clusters = Double(rows.clusterCount)
    guard clusters > 1 else { return (between, between) }
    return (between, clusters / (clusters - 1) * sums.reduce(0) { $0 + $1 * $1 })
  }
}
