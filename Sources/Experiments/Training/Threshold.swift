import Learning

/// The lowest probability that keeps within a budget of false alarms, on seeds that a decision did
/// not learn from.
///
/// Of each account, the highest of its rows counts, which are one a week. A detector looks at every
/// event, so that it will find somewhat more of both.
struct Threshold {
  /// From there on it alerts.
  let probability: Double
  /// The share of groomers with rows that reach it.
  let groomersFound: Double

  init(probabilities: [Double], of set: TrainingSet, budget: Double) {
    let rows = set.rows
    var highest: [Int: (probability: Double, weight: Double, isGroomer: Bool)] = [:]
    for index in 0..<rows.count {
      let subject = rows.subjects[index]
      let earlier = highest[subject]?.probability ?? 0
      highest[subject] = (
        max(earlier, probabilities[index]), rows.weights[index], rows.labels[index]
      )
    }
    let allowed = budget * set.thousandAccountWeeks * (1 + 1e-12)
    let innocent = highest.values.filter { !$0.isGroomer }
      .sorted { $0.probability > $1.probability }
    var alarms = 0.0
    var tooLow = 0.0
    for account in innocent {
      alarms += account.weight
      if alarms > allowed {
        tooLow = account.probability
        break
      }
    }
    // Every probability is below 1, so that a threshold of 1 alerts on nobody.
    probability = highest.values.map(\.probability).filter { $0 > tooLow }.min() ?? 1
    let reached = probability
    let groomers = highest.values.filter(\.isGroomer)
    groomersFound =
      Double(groomers.count { $0.probability >= reached }) / Double(max(groomers.count, 1))
  }
}
