public import Activity
public import Hardness
public import Scoring
public import Validation
public import Vocabulary

/// A run's results as one page in HTML that can be sent: the answer, the charts with the numbers behind
/// them, a case told, and what all of it cannot tell.
///
/// The page needs nothing but itself: no network, no script, no font. The same run gives the same bytes.
public struct RunReport: Sendable {
  /// What came out.
  public var evaluation: Evaluation
  /// How easily groomers are told apart.
  public var hardness: HardnessResult
  /// What was run.
  public var context: ReportContext
  /// What really happened.
  public var truth: GroundTruth
  /// What each detector gives at every price, of those that could be run again.
  public var priced: [Priced]
  /// The names of the others, of which only the alerts are known.
  public var unpriced: [String]
  /// Whether the probabilities that alerts state are true, of those detectors whose alerts state any.
  public var calibrations: [AlertCalibration]
  /// How each detector serves groups of people, and all of them together.
  public var groups: [Grouped]
  /// How far every two detectors agree.
  public var agreement: [Agreement]
  /// How fast each detector was, over all sustained contacts.
  public var survival: SurvivalCurves
  /// The world held against published figures, and what its pictures show.
  public var network: Network
  /// A case told in full; nil where there is none.
  public var story: Story?
  /// The scenario as YAML, overrides applied.
  public var scenario: String
  /// Keys of scenarios that no good source gives.
  public var unsourced: [Key]

  /// What a detector gives at every price.
  public struct Priced: Sendable, Equatable {
    /// The detector.
    public var name: String
    /// Meetings alerted in time against false alarms.
    public var curve: AlarmCurve
    /// How well its scores tell groomers' accounts from those of innocent adults.
    public var roc: ROCCurve
    /// Precision against recall of the same.
    public var precisionRecall: PrecisionRecallCurve

    /// Makes one of its parts.
    public init(name: String, curve: AlarmCurve, ranking: RankedScores) {
      self.name = name
      self.curve = curve
      roc = ROCCurve(ranking)
      precisionRecall = PrecisionRecallCurve(ranking)
    }
  }

  /// How a detector serves groups of people.
  public struct Grouped: Sendable, Equatable {
    /// The detector, or `any`.
    public var name: String
    /// False alarms and meetings alerted in time, by each division that is known.
    public var rates: [GroupRates]

    /// Makes one of its parts.
    public init(name: String, rates: [GroupRates]) {
      self.name = name
      self.rates = rates
    }

    /// What it is called on a page.
    var title: String { name == Evaluation.anyDetector ? "any of them" : name }

    /// Divides what each detector did, and what all did together where there are several.
    ///
    /// - Parameters:
    ///   - truth: who groomed whom, and when they met.
    ///   - subjects: the accounts; by sex and region only where it has those.
    ///   - alerts: of all detectors, in any order.
    ///   - detectors: their names, in the order of the result.
    /// - Returns: one per detector, all together last.
    /// - Throws: `ScoringError` when the arguments do not belong together.
    public static func all(
      truth: GroundTruth, subjects: Subjects, alerts: [Alert], detectors: [String]
    ) throws(ScoringError) -> [Grouped] {
      var all: [Grouped] = []
      for name in detectors {
        all.append(
          Grouped(
            name: name,
            rates: try GroupRates.all(
              truth: truth, subjects: subjects, alerts: alerts.filter { $0.detector == name })))
      }
      let together = try GroupRates.all(truth: truth, subjects: subjects, alerts: alerts)
      return all + [Grouped(name: Evaluation.anyDetector, rates: together)]
    }
  }

  /// A world held against published figures.
  public struct Network: Sendable {
    /// The table.
    public var validation: ValidationReport
    /// What pictures show.
    public var curves: ValidationCurves

    /// Makes one of its parts.
    public init(validation: ValidationReport, curves: ValidationCurves) {
      self.validation = validation
      self.curves = curves
    }
  }

  /// A case told in full.
  public struct Story: Sendable {
    /// What happened.
    public var report: CaseReport
    /// Every alert on its groomer, in the order they were raised.
    public var alerts: [Alert]
    /// Why this case was chosen, as a sentence.
    public var choice: String

    /// Makes a story.
    public init(report: CaseReport, alerts: [Alert], choice: String) {
      self.report = report
      self.alerts = alerts
      self.choice = choice
    }
  }

  /// A key of a scenario.
  public struct Key: Sendable, Equatable {
    /// Its path, such as `population.accounts`.
    public var path: String
    /// What it means.
    public var about: String
    /// Its default.
    public var standard: String
    /// What is said in place of a source.
    public var source: String

    /// Makes a key.
    public init(path: String, about: String, standard: String, source: String) {
      self.path = path
      self.about = about
      self.standard = standard
      self.source = source
    }
  }

  /// Makes a report of its parts.
  public init(
    evaluation: Evaluation, hardness: HardnessResult, context: ReportContext, truth: GroundTruth,
    priced: [Priced], unpriced: [String], calibrations: [AlertCalibration], groups: [Grouped],
    agreement: [Agreement],
    survival: SurvivalCurves,
    network: Network, story: Story?,
    scenario: String, unsourced: [Key]
  ) {
    self.evaluation = evaluation
    self.hardness = hardness
    self.context = context
    self.truth = truth
    self.priced = priced
    self.unpriced = unpriced
    self.calibrations = calibrations
    self.groups = groups
    self.agreement = agreement
    self.survival = survival
    self.network = network
    self.story = story
    self.scenario = scenario
    self.unsourced = unsourced
  }

  /// The page, with a line break at its end.
  public func html() -> String {
    let parts = ReportSectionCatalogue.all.map { (section: $0, content: $0.content(self)) }
      .filter { !$0.content.isEmpty }
    let page = HTMLPage(
      title: "\(context.scenario), seed \(context.seed): Tocsin report", kind: "Tocsin report",
      heading: context.scenario, facts: facts,
      sections: parts.map { part in
        HTMLPage.Section(id: part.section.id, title: part.section.title, content: part.content)
      })
    return page.document()
  }

  private var facts: String {
    "\(Numerals.counting(context.days, "day")) from \(context.startDate), seed \(context.seed), "
      + "Tocsin \(context.version). \(Numerals.count(context.accounts)) accounts, "
      + "\(Numerals.count(evaluation.scope.groomers)) of them groomers'; "
      + "\(Numerals.count(context.events)) events. Everything in it is invented."
  }
}
