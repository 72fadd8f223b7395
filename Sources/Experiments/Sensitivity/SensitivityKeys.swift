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

  /// Finds the keys that have no good source and a range to sweep; or those that are chosen.
  ///
  /// - Parameters:
  ///   - chosen: paths, sections, or `path=low..high`; all keys with a range if there is none.
  ///   - detectors: the detectors that run: keys of others change nothing and are not varied.
  /// - Throws: `SensitivityError`; `DesignError`.
  init(_ chosen: [String], detectors: [String]) throws {
    let entries = Scenario.catalogue()
    let wholeNumbers = Set(entries.filter(\.isWhole).map(\.path))
    let idle = Set(DetectorCatalogue.entries.map(\.name)).subtracting(detectors)
    let withRange = entries.compactMap(VariedKey.init(sweeping:))
    guard !chosen.isEmpty else {
      varied = withRange.filter { key in
        !idle.contains { key.path.hasPrefix("detection.\($0).") }
      }
      return
    }
    for choice in chosen {
      if choice.contains("=") {
        let key = try VariedKey(choice) { wholeNumbers.contains($0) }
        guard entries.contains(where: { $0.path == key.path }) else {
          throw SensitivityError.unknownKey(key.path, nearest: Self.nearest(to: key.path, entries))
        }
        guard case .choices = key.values else {
          varied.append(key)
          continue
        }
        throw SensitivityError.notARange(choice)
      }
      let keys = withRange.filter { $0.path == choice || $0.path.hasPrefix(choice + ".") }
      guard !keys.isEmpty else {
        let isKnown = entries.contains { $0.path == choice || $0.path.hasPrefix(choice + ".") }
        throw isKnown
          ? SensitivityError.withoutRange(choice)
          : .unknownKey(choice, nearest: Self.nearest(to: choice, entries))
      }
      varied += keys
    }
    var paths: Set<String> = []
    for key in varied where !paths.insert(key.path).inserted {
      throw DesignError.repeated(key.path)
    }
  }

  /// Leaves out the keys of which an end of the range is refused on its own.
  ///
  /// - Parameter refusal: why a scenario with this override is refused; nil if it is not.
  mutating func leaveOut(where refusal: (String) -> String?) {
    for key in varied {
      if let reason = refusal(key.override(at: 0)) ?? refusal(key.override(at: 1)) {
        leftOut.append(SensitivityResult.LeftOut(path: key.path, reason: reason))
      }
    }
    let paths = leftOut.map(\.path)
    varied.removeAll { paths.contains($0.path) }
    leftOut.sort { $0.path < $1.path }
  }

  private static func nearest(to path: String, _ entries: [CatalogueEntry]) -> String? {
    NearestName(to: path).among(entries.map(\.path))
  }
}

extension CatalogueEntry {
  /// Whether the value is a whole number.
  var isWhole: Bool { kind == Int.kindWord }
}

extension VariedKey {
  /// The key of a row that has no good source, over the range that the row says; nil of any other,
  /// and of keys within lists, which only a scenario that has the list can set.
  init?(sweeping entry: CatalogueEntry) {
    guard let range = entry.sweep, !entry.path.contains("[]") else { return nil }
    let (low, high) = (range.low, range.high)
    let spacing = range.multiplies ? Spacing.logarithmic : .linear
    guard entry.isWhole else {
      self.init(entry.path, .numbers(low...high, spacing))
      return
    }
    self.init(entry.path, .wholeNumbers(Int(low.rounded(.up))...Int(high), spacing))
  }
}
