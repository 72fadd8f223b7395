public import Activity
public import Detection
public import Population
public import Settings
public import Storage

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
  /// How events reach the detectors.
  public var delivery = DeliverySettings()
  /// The detectors' parameters.
  public var detection = DetectionSettings()
  /// Which views, profile views and messages the file holds.
  public var recording = RecordingLevel.all

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
    .section("delivery", \.delivery, about: "How events reach the detectors: late, or twice."),
    .section("detection", \.detection, about: "The detectors' parameters."),
    .choice(
      "recording", \.recording,
      source: .assumption("our choice; it changes the size of the file and no alert"),
      about: "Which views, profile views and messages the file holds; child-facing: those in "
        + "which an account takes part that declares an age under 18, or none."),
  ]

  /// What is wrong with values that only those who use them can judge.
  var objections: [Objection] {
    Questions.objections(to: detection, at: Objection.KeyPath().key("detection"))
  }
}
