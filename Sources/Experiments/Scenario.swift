public import Activity
public import Detection
public import Population
public import Settings

/// A scenario file, decoded: everything a run depends on but the version of Tocsin.
public struct Scenario: SettingsSection {
  /// What the scenario is called in reports.
  public var name = "unnamed"
  /// The seed of every draw.
  public var seed = 1
  /// When the run takes place.
  public var calendar = CalendarSettings()
  /// The world before the first event.
  public var population = PopulationSettings()
  /// Ordinary life.
  public var activity = ActivitySettings()
  /// Groomers' hidden campaigns.
  public var campaigns = CampaignSettings()
  /// The detectors' parameters.
  public var detection = DetectionSettings()

  /// Makes the default scenario.
  public init() {}

  /// One row per section.
  public static let keys: [Key<Self>] = [
    .text(
      "name", \.name, rule: .oneLine, source: .assumption("for reports only"),
      about: "What the scenario is called in reports."),
    .number(
      "seed", \.seed, in: 0...Int.max,
      source: .assumption("any number: it picks one world of all the scenario allows"),
      about: "The seed of every draw; the same seed gives the same run."),
    .section("calendar", \.calendar, about: "When the run takes place."),
    .section("population", \.population, about: "The world before the first event."),
    .section("activity", \.activity, about: "Ordinary life on the platform."),
    .section("campaigns", \.campaigns, about: "Groomers' hidden courses: rates, times, labels."),
    .section("detection", \.detection, about: "The detectors' parameters."),
  ]
}
