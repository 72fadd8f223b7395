public import Detection
import Foundation
import Settings

/// Which detectors run, and their parameters: what a specification text such as `pattern,view-spike`
/// stands for.
///
/// A specification is a YAML file with the keys under `detection`, or terms with commas between:
/// names, groups and files of trained models. To have another kind of term, add a line to
/// `entries(of:)`. A scenario's questions are detectors like those of the catalogue.
public struct DetectorChoice: Sendable {
  /// The detectors: those of the catalogue in its order, then the scenario's questions in theirs, then
  /// others in the order they were named.
  public var entries: [DetectorCatalogue.Entry]
  /// The parameters of all.
  public var settings: DetectionSettings
  /// The models among them.
  public private(set) var models: [Model] = []

  /// The term for every detector of the catalogue.
  public static let all = "all"

  /// Whether the oracle, which knows the truth, may be among the detectors.
  public enum OracleLeave: Sendable {
    /// It may.
    case may
    /// It may not, and why: words about it.
    case mayNot(String)

    /// Where it is not worked out.
    public static let elsewhere = OracleLeave.mayNot(
      "is worked out by `tocsin run` and `tocsin replay` alone; leave it out here")
  }

  /// Finds out what a specification stands for.
  ///
  /// - Parameters:
  ///   - specification: the text; nil for those that the scenario has enabled.
  ///   - scenario: the parameters that the scenario gives, overrides in place.
  ///   - overrides: the same overrides, such as `detection.quiet-days=7`, for a file of parameters.
  ///   - oracle: whether the oracle may be among them.
  ///   - isInterrupted: whether a question that is being answered should be given up.
  /// - Throws: `UnfitDetectors`, `ModelFileError` or `InvalidSettings` for a term or a file that
  ///   does not fit.
  public init(
    _ specification: String?, scenario: DetectionSettings, overrides: [String],
    oracle: OracleLeave = .elsewhere, isInterrupted: @escaping @Sendable () -> Bool
  ) throws {
    guard let specification else {
      settings = scenario
      entries = try Self.enabled(in: settings, isInterrupted)
      return
    }
    if Self.isParameterFile(specification) {
      settings = try Self.parameters(in: specification, overrides: overrides)
      entries = try Self.enabled(in: settings, isInterrupted)
      return
    }
    settings = scenario
    models = try Self.models(in: specification)
    entries = try Self.entries(
      ofTerms: specification, models, in: Self.available(in: settings, isInterrupted))
    if case .mayNot(let words) = oracle, entries.contains(where: \.isOracle) {
      throw UnfitDetectors("--detectors: the oracle \(words)")
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
        throw UnfitDetectors(
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
  private static func available(
    in settings: DetectionSettings, _ isInterrupted: @escaping @Sendable () -> Bool
  ) -> [DetectorCatalogue.Entry] {
    DetectorCatalogue.entries + Questions.entries(of: settings, isInterrupted: isInterrupted)
  }

  private static func enabled(
    in settings: DetectionSettings, _ isInterrupted: @escaping @Sendable () -> Bool
  ) throws(UnfitDetectors) -> [DetectorCatalogue.Entry] {
    let entries = available(in: settings, isInterrupted).filter { $0.isEnabled(settings) }
    guard !entries.isEmpty else {
      throw UnfitDetectors("every detector is switched off; set enabled: true for at least one")
    }
    return entries
  }

  private static func entries(
    ofTerms specification: String, _ models: [Model], in available: [DetectorCatalogue.Entry]
  ) throws -> [DetectorCatalogue.Entry] {
    let terms = terms(of: specification)
    guard !terms.isEmpty else {
      throw UnfitDetectors("--detectors: found nothing, expected some of: \(names(of: available))")
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
      throw UnfitDetectors(
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
  ) throws(UnfitDetectors) -> [DetectorCatalogue.Entry] {
    if let entry = (available + [Oracle.entry]).first(where: { $0.name == term }) { return [entry] }
    if term == all { return DetectorCatalogue.entries }
    if let group = DetectorCatalogue.Group(rawValue: term) {
      let members = available.filter { $0.group == group }
      if !members.isEmpty { return members }
    }
    let known =
      available.map(\.name) + [Oracle.entry.name, all] + DetectorCatalogue.groups.map(\.rawValue)
    let nearest = NearestName(to: term).among(known).map { "did you mean \($0)?" }
    throw UnfitDetectors(
      "--detectors: found \"\(term)\", expected some of: \(names(of: available))"
        + "; \(nearest ?? "the name of a file ends in .yaml or .json")")
  }

  private static func names(of available: [DetectorCatalogue.Entry]) -> String {
    available.map(\.name).joined(separator: ", ")
  }
}

extension DetectorCatalogue {
  /// The groups that have a detector, in the order of `Group`.
  public static var groups: [Group] {
    Group.allCases.filter { group in entries.contains { $0.group == group } }
  }
}

/// Detectors that were named and cannot run.
public struct UnfitDetectors: Error, CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public let description: String

  init(_ description: String) { self.description = description }
}
