import Vocabulary
import Scoring

/// The answer a run gives, in plain sentences: how early, and at what price.
struct Answer {
  /// What was measured.
  let evaluation: Evaluation

  /// How many meetings were preceded by an alert of any detector, and by how long.
  var howEarly: String {
    let meetings = evaluation.scope.meetings
    guard let preceded = row(.preceded), let share = preceded.value, let count = preceded.count
    else {
      return "Nobody met within this run, so there is no lead time to give; a longer run or more "
        + "groomers may give one."
    }
    let number = count == 0 ? "none" : Numerals.count(count)
    let interval = Numerals.percentRange(preceded.low, preceded.high)
    return "Of \(Numerals.count(meetings)) first meeting\(meetings == 1 ? "" : "s"), \(number) "
      + "(\(Numerals.percent(share)) %, 95 % interval \(interval) %) "
      + "\(count < 2 ? "was" : "were") preceded by an alert" + (count == 0 ? "." : typicalLead)
  }

  /// How many meetings were preceded by an alert of any detector and by how long, at what workload: one
  /// sentence.
  var atItsPrice: String {
    let meetings = evaluation.scope.meetings
    guard meetings > 0, let preceded = row(.preceded), let share = preceded.value,
      let rate = row(.firstAlertRate)?.value
    else { return howEarly }
    let interval = Numerals.percentRange(preceded.low, preceded.high)
    return "At \(Numerals.rate(rate)) accounts flagged per 1,000 accounts a week, "
      + "\(Numerals.percent(share)) % (95 % interval \(interval) %) of "
      + "\(Numerals.counting(meetings, "first meeting")) had an alert on the groomer before"
      + (preceded.count == 0 ? "." : typicalLead)
  }

  /// What the alerts cost: new work, and how much of it is in vain, here and where groomers are rare.
  var price: String {
    guard let rate = row(.firstAlertRate)?.value, let inVain else {
      return "Price: none, for no account was flagged."
    }
    return "Price: \(Numerals.rate(rate)) accounts flagged per 1,000 accounts a week; \(inVain)."
  }

  /// How much of the work is in vain, here and where groomers are rare: a clause; nil if there is none.
  var inVain: String? {
    let rare = Prevalence.oneAdultIn(10_000)
    guard let precision = row(.precision)?.value else { return nil }
    var clause = "\(Numerals.percent(1 - precision)) % of the accounts flagged were innocent here"
    if let rarer = row(.precision(at: rare)), let precision = rarer.value, let low = rarer.low {
      // With no adult flagged in error the value would promise too much: the likely worst is said.
      let innocent =
        precision == 1 ? "up to \(Numerals.percent(1 - low))" : Numerals.percent(1 - precision)
      clause += ", and \(innocent) % of the adults would be "
      clause += "if one adult account in 10,000 were a groomer's"
    }
    return clause
  }

  private var typicalLead: String {
    guard let median = row(.leadMedian)?.value, median > 0 else {
      return "; half of all meetings or more had none in time, so there is no median lead time."
    }
    return "; half of all meetings had one at least \(Numerals.days(median)) days before."
  }

  private func row(_ metric: Metric) -> MetricRow? {
    evaluation.row(metric, for: Evaluation.anyDetector)
  }
}
