import Detection
import Experiments
import Foundation
import Settings

/// Which detectors run, and their parameters: what a specification text such as `pattern,view-spike`
/// stands for.
///
/// A specification is a YAML file with the keys under `detection`, or terms with commas between:
/// names, groups and files of trained models. To have another kind of term, add a line to
/// `entries(of:)`. A scenario's questions are detectors like those of the catalogue.
struct DetectorChoice {
  /// The detectors: those of the catalogue in its order, then the scenario's questions in theirs, then
  /// others in the order they were named.
  var entries: [DetectorCatalogue.Entry]
  /// The parameters of all.
  var settings: DetectionSettings
  /// The models among them.
  var models: [Model] = []

  /// The term for every detector of the catalogue.
  static let all = "all"

  /// Whether the oracle, which knows the truth, may be among the detectors.
  enum OracleLeave {
    /// It may.
    case may
    /// It may not, and why: words about it.
    case mayNot(String)

    /// Where it is not worked out.
    static let elsewhere = OracleLeave.mayNot(
      "is worked out by `tocsin run` and `tocsin replay` alone; leave it out here")
  }

  /// Finds out what a specification stands for.
  ///
  /// - Parameters:
  ///   - specification: the text; nil for those that the scenario has enabled.
  ///   - scenario: the parameters that the scenario gives, overrides in place.
  ///   - overrides: the same overrides, such as `detection.quiet-days=7`, for a file of parameters.
  ///   - oracle: whether the oracle may be among them.
  /// - Throws: `BadInput` or `InvalidSettings` for a term or a file that does not fit.
  init(
    _ specification: String?, scenario: DetectionSettings, overrides: [String],
    oracle: OracleLeave = .elsewhere
  ) throws {
    guard let specification else {
      settings = scenario
      entries = try Self.enabled(in: settings)
      return
    }
    if Self.isParameterFile(specification) {
      settings = try Self.parameters(in: specification, overrides: overrides)
      entries = try Self.enabled(in: settings)
      return
    }
    settings = scenario
    models = try Self.models(in: specification)
    entries = try Self.entries(
      ofTerms: specification, models, in: Self.available(in: settings))
    if case .mayNot(let words) = oracle, entries.contains(where: \.isOracle) {
      throw BadInput("--detectors: the oracle \(words)")
    }
  }

  /// A file of the keys under `detection`; any other text is terms.
  private static func isParameterFile(_ specification: String) -> Bool {
    specification.hasSuffix(".yaml") || specification.hasSuffix(".yml")
      || specification.contains("/") && !terms(of: specification).contains(where: isModelFile)
  }

  private static func terms(of specification: String) -> [String] {
    specification.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func isModelFile(_ term: String) -> Bool { term.hasSuffix(".json") }

  /// The models that terms name, in their order.
  private static func models(in specification: String) throws -> [Model] {
    var models: [Model] = []
    for path in terms(of: specification).filter(isModelFile) {
      let model = try ModelFile.read(path)
      guard !models.contains(where: { $0.name == model.name }) else {
        throw BadInput(
          "--detectors: found two models named \(model.name), the second at \(path), expected "
            + "different names; train one with another --name")
      }
      models.append(model)
    }
    return models
  }

  private static func parameters(
    in file: String, overrides: [String]
  ) throws -> DetectionSettings {
    let section = "detection."
    return try SettingsDocument(file: file).decode(
      DetectionSettings.self,
      overrides: overrides.filter { $0.hasPrefix(section) }
        .map { String($0.dropFirst(section.count)) },
      objections: { Questions.objections(to: $0, at: Objection.KeyPath()) })
  }

  /// The detectors that have a name: those of the catalogue, and the scenario's questions.
  private static func available(in settings: DetectionSettings) -> [DetectorCatalogue.Entry] {
    DetectorCatalogue.entries
      + Questions.entries(of: settings, isInterrupted: { Terminal.isInterrupted })
  }

  private static func enabled(
    in settings: DetectionSettings
  ) throws(BadInput) -> [DetectorCatalogue.Entry] {
    let entries = available(in: settings).filter { $0.isEnabled(settings) }
    guard !entries.isEmpty else {
      throw BadInput("every detector is switched off; set enabled: true for at least one")
    }
    return entries
  }

  private static func entries(
    ofTerms specification: String, _ models: [Model], in available: [DetectorCatalogue.Entry]
  ) throws -> [DetectorCatalogue.Entry] {
    let terms = terms(of: specification)
    guard !terms.isEmpty else {
      throw BadInput("--detectors: found nothing, expected some of: \(names(of: available))")
    }
    var chosen: [DetectorCatalogue.Entry] = []
    for term in terms where !isModelFile(term) {
      for entry in try entries(of: term, in: available)
      where !chosen.contains(where: { $0.name == entry.name }) {
        chosen.append(entry)
      }
    }
    for model in models {
      guard (available + [Oracle.entry]).contains(where: { $0.name == model.name }) else {
        continue
      }
      throw BadInput(
        "--detectors: found a model named \(model.name), as a question of the scenario or a built-in "
          + "detector is; give the question another name, or train the model with another --name")
    }
    let inOrder = available.filter { entry in chosen.contains { $0.name == entry.name } }
    let others = chosen.filter { entry in !available.contains { $0.name == entry.name } }
    return try inOrder + others + models.map { try DetectorCatalogue.Entry($0) }
  }

  /// What one term stands for: at least one detector.
  private static func entries(
    of term: String, in available: [DetectorCatalogue.Entry]
  ) throws(BadInput) -> [DetectorCatalogue.Entry] {
    if let entry = (available + [Oracle.entry]).first(where: { $0.name == term }) { return [entry] }
    if term == all { return DetectorCatalogue.entries }
    if let group = DetectorCatalogue.Group(rawValue: term) {
      let members = available.filter { $0.group == group }
      if !members.isEmpty { return members }
    }
    let known =
      available.map(\.name) + [Oracle.entry.name, all] + DetectorCatalogue.groups.map(\.rawValue)
    let nearest = NearestName(to: term).among(known).map { "did you mean \($0)?" }
    throw BadInput(
      "--detectors: found \"\(term)\", expected some of: \(names(of: available))"
        + "; \(nearest ?? "the name of a file ends in .yaml or .json")")
  }

  private static func names(of available: [DetectorCatalogue.Entry]) -> String {
    available.map(\.name).joined(separator: ", ")
  }
}

extension DetectorChoice {
  /// Says which models are tried on what they were trained on: their results mean nothing.
  ///
  /// - Parameter runs: the scenarios, with their seeds, that they are tried on.
  func warn(of runs: [Scenario]) {
    for model in models {
      let digests = model.provenance.scenarios.map(\.digest)
      let seeds = runs.filter { run in
        model.provenance.seeds.contains(run.seed) && digests.contains(run.digestWithoutSeed)
      }.map { String($0.seed) }
      guard !seeds.isEmpty else { continue }
      Terminal.note(
        "\(model.name) was trained on this scenario with seed \(seeds.joined(separator: ", ")): "
          + "what it does there is no test; use a seed that it was not trained on")
    }
  }
}

extension DetectorCatalogue {
  /// The groups that have a detector, in the order of `Group`.
  static var groups: [Group] {
    Group.allCases.filter { group in entries.contains { $0.group == group } }
  }
}
