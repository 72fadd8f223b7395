import Vocabulary

/// A trained combination of features of an adult account's conduct towards under-18s.
///
/// At each row of features (see `AccountRows`) the model's probability that the account is a
/// groomer's; an alert when it reaches a threshold. It sees nothing that the features do not hold.
struct Combination: Detector {
  /// The entry of a model, which `check()` has found usable.
  static func entry(of model: Model) -> DetectorCatalogue.Entry {
    DetectorCatalogue.Entry(
      name: model.name, group: .trained,
      about: "Features of an adult's conduct towards under-18s, combined as other runs taught it.",
      identity: model.identity, needs: [.windows], isEnabled: { _ in true },
      setThreshold: { $0.thresholds[model.name] = $1 }
    ) { settings, _ in
      Combination(model: model, threshold: settings.thresholds[model.name] ?? model.threshold)
    }
  }

  private let model: Model
  private let threshold: Double

  /// Features named as reasons, at most.
  private static let mostReasons = 4

  init(model: Model, threshold: Double) {
    self.model = model
    self.threshold = threshold
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for index in 0..<batch.windows.count {
      let row = batch.windows.rows[index]
      let suspect = batch.windows.accounts[index]
      guard alerts.wants(suspect, at: row, of: batch) else { continue }
      let values = batch.windows.values(of: index)
      let probability = model.probability(values)
      guard probability >= threshold else { continue }
      alerts.raise(
        suspect, at: row, of: batch, score: probability,
        reasons: reasons(probability, values, cause: batch.events.number(of: row)))
    }
  }

  /// The probability, then the features that speak most for it.
  private func reasons(
    _ probability: Double, _ values: ArraySlice<Float>, cause: Int
  ) -> [Alert.Reason] {
    let contributions = model.decision.contributions(values)
    let telling = contributions.indices.filter { contributions[$0] > 0 }
      .sorted { (-contributions[$0], $0) < (-contributions[$1], $1) }
    return [
      .probability(probability, events: [cause])
    ]
      + telling.prefix(Self.mostReasons).map { index in
        Alert.Reason(
          name: AccountFeatures.all[index].name,
          value: Double(values[values.startIndex + index]), unit: AccountFeatures.all[index].unit)
      }
  }
}

extension DetectorCatalogue.Entry {
  /// The entry of a trained combination.
  ///
  /// - Throws: `ModelFault` if this build cannot use the model.
  public init(_ model: Model) throws(ModelFault) {
    try model.check()
    self = Combination.entry(of: model)
  }
}
