public import Detection

/// A trained model, and what both kinds of decision are worth on seeds that they did not learn from.
public struct TrainingResult: Sendable {
  /// What was trained on all rows.
  public var model: Model
  /// Whether its kind was chosen by what it is worth, and not asked for.
  public var isChosen: Bool
  /// The logistic regression, then the trees.
  public var candidates: [Candidate]
  /// By how much the average precision of trees is higher, fold by fold, and the standard error.
  public var gain: Gain
  /// First alerts on innocent accounts per 1,000 accounts a week that the threshold is set by.
  public var budget: Double
  /// How much average precision goes with each feature, in the order of the model's features.
  public var importances: [Double]
  /// Whether the probabilities of the model's kind are true.
  public var reliability: Reliability

  /// How much better trees are.
  public struct Gain: Sendable, Equatable, Codable {
    /// The mean of the folds.
    public var mean: Double
    /// Its standard error.
    public var error: Double

    /// Compares trees with a logistic regression.
    ///
    /// - Precondition: both are of the same folds.
    public init(of trees: CrossValidation, over logistic: CrossValidation) {
      (mean, error) = trees.gain(over: logistic)
    }

    /// Whether trees are clearly better: by more than two standard errors.
    ///
    /// Our choice; with few folds the error is itself uncertain.
    public var isClear: Bool { mean > 2 * error }
  }

  /// What a kind of decision is worth.
  public struct Candidate: Sendable {
    /// Which kind.
    public var kind: Model.Kind
    /// How well it tells groomers' rows apart.
    public var scores: Scores
    /// The average precision of each fold.
    public var precisions: [Double]
    /// The probability from which on it keeps within the budget.
    public var threshold: Double
    /// The share of groomers' accounts that reach it.
    public var groomersFound: Double

    /// Sums up a cross-validation.
    public init(
      _ validation: CrossValidation, of rows: LabelledRows, threshold: Double, groomersFound: Double
    ) {
      kind = validation.kind
      scores = Scores(
        probabilities: validation.probabilities, labels: rows.labels, weights: rows.weights)
      precisions = validation.precisions
      self.threshold = threshold
      self.groomersFound = groomersFound
    }
  }

  /// Puts a result together.
  public init(
    model: Model, isChosen: Bool, candidates: [Candidate], gain: Gain, budget: Double,
    importances: [Double], reliability: Reliability
  ) {
    self.model = model
    self.isChosen = isChosen
    self.candidates = candidates
    self.gain = gain
    self.budget = budget
    self.importances = importances
    self.reliability = reliability
  }
}
