extension Feature {
  /// When an account is active.
  static let ofTiming: [Feature] = [
    Feature(.timing, "acts", "Everything it did.") {
      Double($0.acts.all)
    },
    Feature(.timing, "active-days", "Days on which it did anything.") {
      Double($0.acts.days)
    },
    Feature(.timing, "night-share", "Share of what it did between 23:00 and 05:00.") {
      ratio($0.acts.night, of: $0.acts.all)
    },
    Feature(
      .timing, "school-hours-share",
      "Share of what it did from Monday to Friday between 09:00 and 15:00."
    ) {
      ratio($0.acts.schoolHours, of: $0.acts.all)
    },
    Feature(.timing, "weekend-share", "Share of what it did on Saturdays and Sundays.") {
      ratio($0.acts.weekend, of: $0.acts.all)
    },
  ]
}
