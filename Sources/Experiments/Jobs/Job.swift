import Foundation
import Lines

/// One world to be made and measured, as a line of JSON: what is handed from program to program where
/// work is spread over many.
///
/// ```
/// {"overrides":["population.accounts=5000"],"scenario":"town.yaml","seed":7}
/// ```
public struct Job: Sendable, Equatable {
  /// What whoever made it calls it; handed back in its result, and otherwise not looked at.
  public var id: String?
  /// The scenario file.
  public var scenario: String
  /// Settings such as `population.accounts=5000` that replace what the file says; the last one wins.
  public var overrides: [String]
  /// The seed; that of the file if nothing is said.
  public var seed: Int?
  /// The detectors, each as `--detectors` takes it; those of the scenario if there is none.
  public var detectors: [String]

  /// Makes a job.
  public init(
    id: String? = nil, scenario: String, overrides: [String] = [], seed: Int? = nil,
    detectors: [String] = []
  ) {
    self.id = id
    self.scenario = scenario
    self.overrides = overrides
    self.seed = seed
    self.detectors = detectors
  }

  /// All overrides, the seed among them.
  var settings: [String] { overrides + (seed.map { ["seed=\($0)"] } ?? []) }
}

extension Job {
  private static let keys = ["id", "scenario", "overrides", "seed", "detectors"]
  /// The largest whole number that every program reads out of JSON as it is.
  public static let largestSeed = 1 << 53

  /// Reads a line.
  ///
  /// - Throws: `Fields.Refused` with the key, what was found there and what was expected.
  init(line: [UInt8]) throws(Fields.Refused) {
    let value: ReceivedValue
    do {
      value = try ReceivedValue(line: line)
    } catch {
      throw Fields.Refused(
        reason: "job: \(error.reason), expected a JSON object such as "
          + #"{"scenario": "town.yaml", "overrides": [], "seed": 7}"#)
    }
    let fields = try Fields(value, at: "job", keys: Self.keys)
    guard let scenario = try fields.text("scenario"), !scenario.isEmpty else {
      throw fields.refusal("scenario", expected: "the path of a scenario file")
    }
    self.init(
      id: try fields.text("id"), scenario: scenario,
      overrides: try Self.texts(
        fields, "overrides", expected: "a list of settings such as \"population.accounts=5000\""),
      seed: try fields.whole(
        "seed", in: 0..<Self.largestSeed + 1,
        expected: "a whole number from 0 to \(Self.largestSeed)"),
      detectors: try Self.texts(
        fields, "detectors", expected: "a list of names, groups or files"))
  }

  private static func texts(
    _ fields: Fields, _ key: String, expected: String
  ) throws(Fields.Refused) -> [String] {
    guard let values = fields[key] else { return [] }
    guard case .list(let list) = values else { throw fields.refusal(key, expected: expected) }
    var texts: [String] = []
    for value in list {
      guard case .text(let text) = value, !text.isEmpty else {
        throw Fields.Refused(
          reason: "\(fields.name(of: key)): found \(value.words), expected \(expected)")
      }
      texts.append(text)
    }
    return texts
  }
}

extension Job: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, scenario, overrides, seed, detectors
  }

  /// Writes what is said; no detectors are left out.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encode(scenario, forKey: .scenario)
    try container.encode(overrides, forKey: .overrides)
    try container.encodeIfPresent(seed, forKey: .seed)
    if !detectors.isEmpty { try container.encode(detectors, forKey: .detectors) }
  }

  /// Reads what `encode` writes.
  ///
  /// - Throws: what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decodeIfPresent(String.self, forKey: .id),
      scenario: try container.decode(String.self, forKey: .scenario),
      overrides: try container.decodeIfPresent([String].self, forKey: .overrides) ?? [],
      seed: try container.decodeIfPresent(Int.self, forKey: .seed),
      detectors: try container.decodeIfPresent([String].self, forKey: .detectors) ?? [])
  }
}
