public import Vocabulary

/// Alerts held against the truth: how early each detector was, and at what price.
///
/// Everything in it follows from the arguments of `init(truth:alerts:detectors:subjects:sightings:)`, so the
/// same run gives the same value, and the same bytes when encoded with sorted keys.
public struct Evaluation: Codable, Sendable, Equatable {
  /// How many accounts and contacts of each kind there were to find.
  public var scope: Scope
  /// Names of the detectors in the order given, then `anyDetector`.
  public var detectors: [String]
  /// Every metric of the catalogue for every detector, detector by detector, in catalogue order.
  public var metrics: [MetricRow]
  /// The case table: everyone who met within the run, in the order of `GroundTruth.cases`.
  public var cases: [ScoredCase]

  /// The name under which all detectors together stand: the first alert of any of them counts.
  public static let anyDetector = "any"

  /// Makes an evaluation of its parts, such as read from a file.
  public init(scope: Scope, detectors: [String], metrics: [MetricRow], cases: [ScoredCase]) {
    self.scope = scope
    self.detectors = detectors
    self.metrics = metrics
    self.cases = cases
  }

  /// The row of one metric for one detector; nil if the detector is not in the evaluation.
  ///
  /// - Complexity: O(rows).
  public func row(_ metric: Metric, for detector: String) -> MetricRow? {
    metrics.first { $0.detector == detector && $0.name == metric.name }
  }
}

/// How many accounts and contacts of each kind a run had: the denominators of its metrics.
public struct Scope: Codable, Sendable, Equatable {
  /// The length of the run in days.
  public var days: Double
  /// All accounts.
  public var accounts: Int
  /// Accounts of groomers.
  public var groomers: Int
  /// Accounts of groomers who met at least one child within the run.
  public var groomersWithMeeting: Int
  /// Accounts of adults, 18 or over in truth, who do not groom.
  public var innocentAdults: Int
  /// Accounts of children, under 18 in truth.
  public var children: Int
  /// Sustained contacts that led to a first meeting within the run: the case table.
  public var meetings: Int
  /// Sustained contacts that broke off without a meeting: in no metric that is of meetings.
  public var contactsEnded: Int
  /// Sustained contacts that went on at the end without a meeting yet: in no metric that is of meetings.
  public var contactsOpen: Int

  /// Makes a scope of its counts.
  public init(
    days: Double, accounts: Int, groomers: Int, groomersWithMeeting: Int, innocentAdults: Int,
    children: Int, meetings: Int, contactsEnded: Int, contactsOpen: Int
  ) {
    self.days = days
    self.accounts = accounts
    self.groomers = groomers
    self.groomersWithMeeting = groomersWithMeeting
    self.innocentAdults = innocentAdults
    self.children = children
    self.meetings = meetings
    self.contactsEnded = contactsEnded
    self.contactsOpen = contactsOpen
  }

  /// What several worlds had together, with the days of the average account: what is counted per
  /// account and week is then per account and week of all of them.
  ///
  /// - Precondition: there is at least one.
  init(pooling worlds: [Scope]) {
    func sum(_ property: KeyPath<Scope, Int>) -> Int {
      worlds.reduce(0) { $0 + $1[keyPath: property] }
    }
    let accounts = sum(\.accounts)
    let accountDays = worlds.reduce(0) { $0 + $1.days * Double($1.accounts) }
    self.init(
      days: accounts > 0 ? accountDays / Double(accounts) : worlds[0].days, accounts: accounts,
      groomers: sum(\.groomers), groomersWithMeeting: sum(\.groomersWithMeeting),
      innocentAdults: sum(\.innocentAdults), children: sum(\.children), meetings: sum(\.meetings),
      contactsEnded: sum(\.contactsEnded), contactsOpen: sum(\.contactsOpen))
  }

  /// Groomers per adult account in this world; nil without an adult account.
  public var prevalence: Double? {
    let adults = groomers + innocentAdults
    return adults == 0 ? nil : Double(groomers) / Double(adults)
  }
}
