import ArgumentParser
import Detection
import Experiments
import Reporting
import Scoring
import Vocabulary

/// What results must be for the command to end with code 0.
struct GateOption: ParsableArguments {
  @Option(
    name: .customLong("gate"),
    help: ArgumentHelp(
      "What the results must be, such as 'share_alerted_7d >= 0.6, alerts_per_1000_week <= 2'; "
        + "ends with code 3 where they are not. It judges all detectors together: the first alert "
        + "of any.", valueName: "conditions"))
  var conditions: String?

  /// What a page of help says of gates.
  static var help: String {
    let names = Gate.metrics.map(\.name).joined(separator: ", ")
    return "--gate takes conditions with commas between: a metric, one of >=, >, <= and <, and a "
      + "number. Shares are from 0 to 1, or in percent with %. It judges all detectors of a side or replay "
      + "together. A metric that is undefined, such as a "
      + "share of no meetings, misses. The metrics: \(names)."
  }

  /// The gate; nil if there is none.
  ///
  /// - Throws: `BadInput` for one that cannot be understood.
  func gate() throws(BadInput) -> Gate? {
    guard let conditions else { return nil }
    do throws(GateError) {
      return try Gate(conditions)
    } catch {
      throw BadInput("--gate: \(error)")
    }
  }

  /// Refuses to judge bounds: they would be among all detectors together, which a gate judges.
  ///
  /// - Throws: `BadInput` if there is a gate, and a bound among the detectors.
  func check(detectors: [String]) throws(BadInput) {
    let bounds =
      DetectorCatalogue.entries.filter { $0.group == .bound }.map(\.name) + [Oracle.entry.name]
    guard conditions != nil, let bound = detectors.first(where: bounds.contains) else { return }
    throw BadInput(
      "--gate: found \(bound) among the detectors, expected none of the group bound, as a gate judges "
        + "all detectors together; leave \(bound) or the gate out")
  }

  func validate() throws {
    do throws(BadInput) {
      _ = try gate()
    } catch {
      throw ValidationError(error.description)
    }
  }
}

/// Results are not what the gate wants.
struct GateMissed: Error {
  /// Which conditions do not hold, a line each.
  let words: String

  /// Throws itself if a condition does not hold.
  ///
  /// Results of detectors that failed hold no gate: that comes first, and what was missed is told too.
  ///
  /// - Parameters:
  ///   - outcomes: what became of the conditions.
  ///   - problems: what went wrong in detectors.
  /// - Throws: `DetectorsFailed` if anything did; itself.
  static func check(_ outcomes: [Gate.Outcome], after problems: [DetectorProblem] = []) throws {
    let words = GateTable.misses(outcomes)
    guard problems.isEmpty else {
      if let words { Terminal.note(words) }
      throw DetectorsFailed()
    }
    if let words { throw GateMissed(words: words) }
  }
}
