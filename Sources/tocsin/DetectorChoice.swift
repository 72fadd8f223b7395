import Detection
import Experiments
import Foundation
import Settings

/// Which detectors run, and their parameters: what a specification text such as `pattern,view-spike`
/// stands for.
///
/// A specification is a YAML file with the keys under `detection`, or terms with commas between. To
/// have another kind of term, such as a file that holds one detector, add a line to `entries(of:)`.
/// A scenario's questions are detectors like those of the catalogue.
struct DetectorChoice {
  /// The detectors: those of the catalogue in its order, then the scenario's questions in theirs, then
  /// others in the order they were named.
  var entries: [DetectorCatalogue.Entry]
  /// The parameters of all.
  var settings: DetectionSettings

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
    entries = try Self.entries(ofTerms: specification, in: Self.available(in: settings))
    if case .mayNot(let words) = oracle, entries.contains(where: { $0.name == Oracle.entry.name }) {
      throw BadInput("--detectors: the oracle \(words)")
    }
  }

  /// A file of the keys under `detection`; any other text is terms.
  private static func isParameterFile(_ specification: String) -> Bool {
    specification.contains("/") || specification.hasSuffix(".yaml")
      || specification.hasSuffix(".yml")
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
    DetectorCatalogue.entries + Questions.entries(of: settings)
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
    ofTerms specification: String, in available: [DetectorCatalogue.Entry]
  ) throws(BadInput) -> [DetectorCatalogue.Entry] {
    let terms = specification.split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard !terms.isEmpty else {
      throw BadInput("--detectors: found nothing, expected some of: \(names(of: available))")
    }
    var chosen: [DetectorCatalogue.Entry] = []
    for term in terms {
      for entry in try entries(of: term, in: available)
      where !chosen.contains(where: { $0.name == entry.name }) {
        chosen.append(entry)
      }
    }
    let inOrder = available.filter { entry in chosen.contains { $0.name == entry.name } }
    return inOrder + chosen.filter { entry in !available.contains { $0.name == entry.name } }
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
    let known = available.map(\.name) + [Oracle.entry.name, all] + DetectorCatalogue.groups.map(\.rawValue)
    let nearest = NearestName(to: term).among(known).map { "did you mean \($0)?" }
    throw BadInput(
      "--detectors: found \"\(term)\", expected some of: \(names(of: available))"
        + "; \(nearest ?? "the name of a file ends in .yaml")")
  }

  private static func names(of available: [DetectorCatalogue.Entry]) -> String {
    available.map(\.name).joined(separator: ", ")
  }
}

extension DetectorCatalogue {
  /// The groups that have a detector, in the order of `Group`.
  static var groups: [Group] {
    Group.allCases.filter { group in entries.contains { $0.group == group } }
  }
}
