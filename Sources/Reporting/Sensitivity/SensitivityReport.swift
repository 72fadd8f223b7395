import Foundation
public import Scoring
import Vocabulary

/// What an answer rests on: the keys without a good source, those that move it most first.
public struct SensitivityReport: Sendable {
  /// What came out.
  public var result: SensitivityResult
  /// The scenario's file, as it was given.
  public var scenario: String
  /// The version of Tocsin that made the worlds.
  public var version: String

  /// Makes a report.
  public init(result: SensitivityResult, scenario: String, version: String) {
    self.result = result
    self.scenario = scenario
    self.version = version
  }

  /// The report as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    let blocks = [title, table, idle, worlds, leftOut, notes, ["What this cannot tell"] + limits]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  /// What was asked, in a sentence.
  var question: String {
    let whose = result.detector == Evaluation.anyDetector ? "any detector" : result.detector
    return "How far '\(result.metric)' (\(result.unit), \(whose)) moves with each key that has no "
      + "good source"
  }

  /// How it was found out, in a sentence.
  var method: String {
    let seeds =
      result.seeds.count == 1
      ? "seed \(result.seeds.lowerBound)"
      : "seeds \(result.seeds.lowerBound) to \(result.seeds.upperBound) at every point"
    let how: String =
      switch result.method {
      case .morris: "Morris screening"
      case .sobol: "Sobol indices"
      case .tornado: "One key at a time"
      }
    return
      "\(how): \(Numerals.count(result.points)) points of \(Numerals.count(result.keys.count)) "
      + "keys, \(seeds): \(Numerals.count(result.worlds.count)) worlds."
  }

  private var title: [String] {
    Paragraph.lines("\(question).")
      + Paragraph.lines("\(scenario.printable), Tocsin \(version.printable). \(method)")
      + (result.baseline.map {
        ["With all keys as the scenario has them: \(number($0)) \(result.unit)."]
      } ?? [])
  }

  private var table: [String] {
    let headers: [String] =
      switch result.method {
      case .morris: ["range", "mu*", "95 %", "mu", "sigma", "", "key"]
      case .sobol: ["range", "total", "95 %", "alone", "95 %", "", "key"]
      case .tornado: ["range", "at low", "at high", "change", "95 %", "", "key"]
      }
    let moving = moving
    let largest = moving.compactMap(\.finding?.size).max() ?? 0
    return TextTable(
      headers: headers,
      rows: moving.map { key in
        [Self.range(of: key)] + cells(key.finding)
          + [Self.bar(key.finding?.size, of: largest), key.path.printable]
      }, wordColumns: [0, 5, 6], elasticColumn: 6, wrapsElasticColumn: true
    ).lines()
  }

  /// The keys that move the metric at all.
  var moving: [SensitivityResult.Key] {
    result.keys.filter { ($0.finding?.size ?? 0) > 0 }
  }

  /// What is said of the keys that the table leaves out.
  private var idle: [String] {
    let idle = result.keys.count { $0.finding?.size == 0 }
    let unknown = result.keys.count { $0.finding == nil }
    return Paragraph.lines(
      [
        (idle, "did not move it at all"), (unknown, "could not be told of, for want of values"),
      ]
      .filter { $0.0 > 0 }
      .map { "\(Numerals.count($0.0)) of \(Numerals.count(result.keys.count)) keys \($0.1)." }
      .joined(separator: " "))
  }

  private func cells(_ finding: SensitivityResult.Finding?) -> [String] {
    switch finding {
    case nil: Array(repeating: Numerals.unknown, count: 4)
    case .effects(let size, let mean, let deviation):
      [
        number(size.value), interval(size), number(mean),
        deviation.map(number) ?? Numerals.unknown,
      ]
    case .indices(let total, let first):
      [number(total.value), interval(total), number(first.value), interval(first)]
    case .swing(let low, let high, let change):
      [number(low), number(high), number(high - low), change.map(interval) ?? Numerals.unknown]
    }
  }

  /// The range of a key to three digits; `x` where steps over it multiply.
  static func range(of key: SensitivityResult.Key) -> String {
    "\(short(key.low)) to \(short(key.high))\(key.isLogarithmic ? " x" : "")"
  }

  /// A number of a scenario to three digits; as it is, if it is whole.
  private static func short(_ text: String) -> String {
    guard let value = Double(text), value != value.rounded(), value != 0 else { return text }
    let magnitude = Int(log10(abs(value)).rounded(.down))
    return Markup.shortest(value, decimals: min(max(2 - magnitude, 0), 8))
  }

  /// A value, all of them with as many decimals as give the largest two digits.
  private func number(_ value: Double) -> String {
    let largest = result.keys.compactMap(\.finding?.size).max() ?? 0
    let magnitude = largest > 0 ? Int(log10(largest).rounded(.down)) : 0
    return Numerals.fixed(value, decimals: min(max(1 - magnitude, 0), 8))
  }

  private func interval(_ estimate: Estimate) -> String {
    "\(number(estimate.low)) to \(number(estimate.high))"
  }

  private static func bar(_ size: Double?, of largest: Double) -> String {
    guard let size, largest > 0, size > 0 else { return "" }
    return String(repeating: "#", count: max(1, Int((size / largest * 8).rounded())))
  }

  private var worlds: [String] {
    let worlds = result.worlds
    var sentences: [String] = []
    if worlds.failed > 0 {
      let why = worlds.failure.map {
        " The first: \($0.split(separator: "\n").joined(separator: " ").printable)"
      }
      sentences.append(
        "\(Numerals.count(worlds.failed)) of \(Numerals.count(worlds.count)) worlds could not be "
          + "made and count for nothing.\(why ?? "")")
    }
    if worlds.undefined > 0 {
      sentences.append(
        "In \(Numerals.count(worlds.undefined)) worlds the metric has no value; their points count "
          + "for nothing.")
    }
    if let lost = result.keys.map(\.lost).max(), lost > 0 {
      let what = result.method == .sobol ? "rows" : "steps"
      sentences.append(
        "For want of these values up to \(Numerals.count(lost)) \(what) of a key are left out; a key "
          + "with less than half of its \(what) is not ranked.")
    }
    return sentences.flatMap { Paragraph.lines($0) }
  }

  private var leftOut: [String] {
    guard !result.leftOut.isEmpty else { return [] }
    return ["Keys that this scenario does not let vary on their own"]
      + Paragraph.list(result.leftOut.map { "\($0.path.printable): \($0.reason.printable)" })
  }

  private var notes: [String] { Paragraph.lines(explanation) }

  /// How to read the figures.
  var explanation: String {
    let ranges = "An x behind a range: steps over it multiply. "
    return switch result.method {
    case .morris:
      ranges + "mu* is the mean size of the change over the whole range of a key if it went on as "
        + "in the steps taken (Morris 1991; Campolongo et al. 2007); mu keeps signs; a sigma as large "
        + "as mu* means that the effect depends on other keys or is no straight line. Intervals are "
        + "of bootstraps over the ways, and too narrow where these are few. A key of which mu* is no "
        + "larger than chance between worlds does nothing that can be told."
    case .sobol:
      ranges + "total is the share of the variance that would stay if all other keys were known, "
        + "alone the share that would go if this key were (Saltelli et al. 2010, Jansen 1999). "
        + "Intervals are of bootstraps over the points."
    case .tornado:
      ranges
        + "All other keys stay as the scenario has them, so that what keys do together does not "
        + "show. Intervals are Student's over the seeds."
    }
  }

  /// What a result cannot tell.
  static let limitations = [
    "The ranges are of the table of keys (`tocsin scenario keys`): what is plausible in our view. Over "
      + "wider ranges a key can matter more.",
    "A key that moves the answer little here can move another metric, another detector or another "
      + "scenario.",
    Limits.invented,
  ]

  private var limits: [String] { Paragraph.list(Self.limitations) }
}
