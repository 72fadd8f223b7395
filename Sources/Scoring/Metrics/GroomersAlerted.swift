extension Metric {
  /// The share of all groomers alerted on at any time in the run.
  ///
  /// TPR = groomers alerted / groomers, at account level, with the Wilson interval.
  public static let groomersAlerted = Metric(
    name: "groomers-alerted", unit: "share", direction: .higher,
    summary: "Groomers alerted on at any time."
  ) { record in
    .share(record.groomersAlerted, of: record.scope.groomers)
  }

  /// The share of groomers who met a child, alerted on at any time in the run, also after it.
  ///
  /// At account level, with the Wilson interval.
  public static let groomersWithMeetingAlerted = Metric(
    name: "groomers-with-meeting-alerted", unit: "share", direction: .higher,
    summary: "Groomers who met a child, alerted on at any time."
  ) { record in
    .share(record.groomersWithMeetingAlerted, of: record.scope.groomersWithMeeting)
  }
}
