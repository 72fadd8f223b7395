/// A trained combination of features: what `tocsin train` writes and `--detectors` reads.
///
/// The same training gives the same bytes, so it holds no date.
public struct Model: Codable, Sendable, Equatable {
  /// What the file is: `formatName`.
  public var format = Model.formatName
  /// Which version of the file: `formatVersion`.
  public var version = Model.formatVersion
  /// The name of the detector in tables and options.
  public var name: String
  /// The version of the features, see `AccountFeatures`.
  public var featureVersion: Int
  /// The names of the features, in the order in which the decision takes them.
  public var features: [String]
  /// How features become a number: higher is surer.
  public var decision: Decision
  /// How that number becomes a probability.
  public var calibration: Calibration
  /// The probability from which on it alerts.
  public var threshold: Double
  /// What it was trained on.
  public var provenance: Provenance

  /// What tells such a file from other JSON.
  public static let formatName = "tocsin-model"
  /// The version of the file that this build writes and reads.
  public static let formatVersion = 1

  /// Makes a model of the present features.
  public init(
    name: String, decision: Decision, calibration: Calibration, threshold: Double,
    provenance: Provenance
  ) {
    self.name = name
    featureVersion = AccountFeatures.version
    features = AccountFeatures.all.map(\.name)
    self.decision = decision
    self.calibration = calibration
    self.threshold = threshold
    self.provenance = provenance
  }

  /// The kinds of decision.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// A weighted sum.
    case logistic
    /// A sum of small trees.
    case trees
  }

  /// How features become a number.
  public enum Decision: Codable, Sendable, Equatable {
    /// A weighted sum.
    case logistic(sum: LogisticSum)
    /// A sum of small trees.
    case trees(forest: BoostedTrees)

    /// Which kind it is.
    public var kind: Kind {
      switch self {
      case .logistic: .logistic
      case .trees: .trees
      }
    }

    /// The number for a row of features.
    public func score(_ values: ArraySlice<Float>) -> Double {
      switch self {
      case .logistic(let sum): sum.score(values)
      case .trees(let forest): forest.score(values)
      }
    }

    /// What each feature of a row adds to the number, against a row that is ordinary in all.
    public func contributions(_ values: ArraySlice<Float>) -> [Double] {
      switch self {
      case .logistic(let sum): sum.contributions(values)
      case .trees(let forest): forest.contributions(values)
      }
    }
  }

  /// A line through the number that gives the logarithm of the odds.
  ///
  /// (Platt 1999, "Probabilistic outputs for support vector machines".)
  public struct Calibration: Codable, Sendable, Equatable {
    /// What the number is multiplied by; above 0, so that order stays.
    public var slope: Double
    /// What is added.
    public var intercept: Double

    /// Makes the line.
    public init(slope: Double, intercept: Double) {
      self.slope = slope
      self.intercept = intercept
    }

    /// The probability, from 0 to below 1, however high the score: a threshold of 1 is out of reach.
    public func probability(_ score: Double) -> Double {
      min(Logistic.probability(slope * score + intercept), 1.0.nextDown)
    }
  }

  /// The probability that a row of features is of a groomer's account.
  public func probability(_ values: ArraySlice<Float>) -> Double {
    calibration.probability(decision.score(values))
  }

  /// Which model this is, in a line: its kind, its threshold and what it was trained on, from which
  /// it can be trained again.
  public var identity: String {
    let scenarios = provenance.scenarios.map { "\($0.name) (\($0.digest.prefix(12)))" }
    return "A trained model of \(decision.kind.rawValue) with threshold \(threshold), by tocsin "
      + "\(provenance.tocsinVersion) from \(scenarios.joined(separator: ", ")), seeds "
      + "\(provenance.seeds.map(String.init).joined(separator: ", ")), \(provenance.rows) rows"
  }
}
