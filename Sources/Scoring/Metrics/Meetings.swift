extension Metric {
  /// How many groomers and children met within the run: the cases every share below is of.
  ///
  /// Counts cases of `GroundTruth` with a first meeting. The same for every detector; it stands in
  /// each one's rows so that they can be read alone.
  public static let meetings = Metric(
    name: "meetings", unit: "meetings", direction: .neither,
    summary: "First meetings of a groomer and a child within the run."
  ) { record in
    .count(record.leads.count)
  }
}
