import Vocabulary

extension Metric {
  /// Days that children were in contact with a groomer not alerted on yet, per 1,000 child-weeks.
  ///
  /// 1,000 · Σ_i (min(a_i, o_i) − s_i)⁺ / (children's accounts · weeks), over all sustained contacts,
  /// with o_i when the contact was over: at the meeting, when it broke off, or with the run. A child in
  /// contact with two groomers counts twice. The interval is Student's for the mean over all persons who
  /// groom, those without a contact too, on the same scale.
  public static let undetectedContact = Metric(
    name: "undetected-contact-per-1000-weekly", unit: "days per 1,000 child-weeks",
    direction: .lower,
    summary: "Days of contact with a groomer not alerted on yet, per 1,000 children a week."
  ) { record in
    let weeks = Double(record.scope.children) / 1_000 * record.scope.days / 7
    guard weeks > 0 else { return Measurement() }
    var days: [UInt32: Double] = [:]
    for groomer in record.groomers { days[groomer.person] = 0 }
    for contact in record.contacts { days[contact.person, default: 0] += contact.undetectedDays }
    return .mean(of: days, timesPerCluster: 1 / weeks)
  }

  /// How many children a groomer was in sustained contact with before the first alert, on average.
  ///
  /// Distinct children per person who grooms and had a contact, of those with s_i < a_i; all of them
  /// where there was no alert. The interval is Student's for that mean.
  public static let childrenBeforeAlert = Metric(
    name: "children-before-alert-mean", unit: "children", direction: .lower,
    summary: "Children in contact with a groomer before the first alert on the groomer, on average."
  ) { record in
    var children: [UInt32: Set<UInt32>] = [:]
    for contact in record.contacts {
      let isBefore = contact.firstAlert.map { contact.firstContact < $0 } ?? true
      children[contact.person, default: []].formUnion(isBefore ? [contact.child.rawValue] : [])
    }
    let counts = children.mapValues { Double($0.count) }
    return .mean(of: counts, timesPerCluster: 1 / Double(max(1, counts.count)))
  }
}

extension Measurement {
  /// A sum over clusters times a factor, not below 0, with the interval of their mean (`ClusteredMean`).
  fileprivate static func mean(
    of sums: [UInt32: Double], timesPerCluster factor: Double
  ) -> Measurement {
    let sorted = sums.sorted { $0.key < $1.key }
    guard let found = ClusteredMean.of(sorted.map(\.value), clusters: sorted.map(\.key)) else {
      return Measurement()
    }
    let scale = Double(sums.count) * factor
    return Measurement(
      value: found.mean * scale,
      interval: found.interval.map {
        Interval(low: max(0, $0.low * scale), high: $0.high * scale)
      })
  }
}
