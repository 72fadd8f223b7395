import Designs
import Detection
import Scoring
import Settings

/// Which keys of a scenario are varied to see what its answer rests on, and over what.
struct SensitivityKeys {
  /// The keys that are varied, in the order of the catalogue.
  private(set) var varied: [VariedKey] = []
  /// Those that cannot be, and why.
  private(set) var leftOut: [SensitivityResult.LeftOut] = []
  /// The options that give a range of their own, by path.
  private var given: [String: String] = [:]

  /// Finds the keys that have no good source and a range to sweep; or those that are chosen.
  ///
  /// - Parameters:
  ///   - chosen: paths, sections, or `path=low..high`; all keys with a range if there is none.
  ///   - scenario: the scenario: keys within its lists are varied element by element.
  ///   - detectors: the detectors that run: keys of others change nothing and are not varied.
  /// - Throws: `SensitivityError`; `DesignError`; `SweepError` for the seed.
  init(_ chosen: [String], in scenario: Scenario, detectors: [String]) throws {
    let entries = Scenario.catalogue()
    let wholeNumbers = Set(entries.filter(\.isWhole).map(\.path))
    let known = Set(entries.map(\.path))
    let idle = Set(DetectorCatalogue.entries.map(\.name)).subtracting(detectors)
    let lengths = scenario.elementCounts()
    let withRange = entries.flatMap { VariedKey.sweeping($0, lengths: lengths) }
    guard !chosen.isEmpty else {
      varied = withRange.filter { key in
        !idle.contains { key.path.hasPrefix("detection.\($0).") }
      }
      return
    }
    for choice in chosen {
      guard SweepPlan.key(of: choice) != "seed" else { throw SweepError.seed(option: choice) }
      if choice.contains("=") {
        let key = try VariedKey(choice) { wholeNumbers.contains(SweepPlan.withoutIndexes($0)) }
        guard known.contains(SweepPlan.withoutIndexes(key.path)) else {
          throw SensitivityError.unknownKey(key.path, nearest: Self.nearest(to: key.path, entries))
        }
        guard case .choices = key.values else {
          varied.append(key)
          given[key.path] = choice
          continue
        }
        throw SensitivityError.notARange(choice)
      }
      let keys = withRange.filter { Self.isWithin(choice, $0.path) }
      guard !keys.isEmpty else {
        throw Self.refusal(of: choice, entries)
      }
      varied += keys
    }
    var paths: Set<String> = []
    for key in varied where !paths.insert(key.path).inserted {
      throw DesignError.repeated(key.path)
    }
  }

  /// Leaves out the keys of which an end of the catalogue's range is refused on its own.
  ///
  /// - Parameter refusal: why a scenario with this override is refused; nil if it is not.
  /// - Throws: `SensitivityError` where the range was given.
  mutating func leaveOut(where refusal: (String) -> String?) throws(SensitivityError) {
    for key in varied {
      if let reason = refusal(key.override(at: 0)) ?? refusal(key.override(at: 1)) {
        if let option = given[key.path] { throw .refusedRange(option, reason: reason) }
        leftOut.append(SensitivityResult.LeftOut(path: key.path, reason: reason))
      }
    }
    let paths = leftOut.map(\.path)
    varied.removeAll { paths.contains($0.path) }
    leftOut.sort { $0.path < $1.path }
  }

  /// Whether a path is that of a key or section, or below it; `[]` is any element.
  private static func isWithin(_ choice: String, _ path: String) -> Bool {
    [path, SweepPlan.withoutIndexes(path)].contains { path in
      path == choice || path.hasPrefix(choice + ".") || path.hasPrefix(choice + "[")
    }
  }

  /// Why no key that is named without a range can be varied.
  private static func refusal(of choice: String, _ entries: [CatalogueEntry]) -> SensitivityError {
    let plain = SweepPlan.withoutIndexes(choice)
    let named = entries.filter { isWithin(plain, $0.path) }
    guard !named.isEmpty else { return .unknownKey(choice, nearest: nearest(to: choice, entries)) }
    guard named.allSatisfy({ $0.sweep == nil }) else { return .noElement(choice) }
    let number = named.first { $0.path == plain && $0.isNumber }
    return .withoutRange(choice, bounds: number?.bounds)
  }

  private static func nearest(to path: String, _ entries: [CatalogueEntry]) -> String? {
    NearestName(to: path).among(entries.map(\.path))
  }
}

extension CatalogueEntry {
  /// Whether the value is a whole number.
  var isWhole: Bool { kind == Int.kindWord }
  /// Whether the value is a number, whole or not.
  var isNumber: Bool { isWhole || kind == Double.kindWord }
}

extension VariedKey {
  /// The keys of a row that has no good source, over the range that the row says.
  ///
  /// - Parameters:
  ///   - entry: the row.
  ///   - lengths: how many elements each list has.
  /// - Returns: one key, or within a list one for each element; none of a row without a range.
  static func sweeping(_ entry: CatalogueEntry, lengths: [String: Int]) -> [VariedKey] {
    guard let range = entry.sweep else { return [] }
    let (low, high) = (range.low, range.high)
    let spacing = range.multiplies ? Spacing.logarithmic : .linear
    let values: Values =
      entry.isWhole
      ? .wholeNumbers(Int(low.rounded(.up))...Int(high), spacing) : .numbers(low...high, spacing)
    guard let mark = entry.path.firstRange(of: "[]") else { return [VariedKey(entry.path, values)] }
    let (list, rest) = (entry.path[..<mark.lowerBound], entry.path[mark.upperBound...])
    return (0..<(lengths[String(list)] ?? 0)).map { VariedKey("\(list)[\($0)]\(rest)", values) }
  }
}
