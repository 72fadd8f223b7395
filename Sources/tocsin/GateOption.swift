import ArgumentParser
import Reporting
import Scoring

/// What results must be for the command to end with code 0.
struct GateOption: ParsableArguments {
  @Option(
    name: .customLong("gate"),
    help: ArgumentHelp(
      "What the results must be, such as 'share_alerted_7d >= 0.6, alerts_per_1000_week <= 2'; "
        + "ends with code 3 where they are not.", valueName: "conditions"))
  var conditions: String?

  /// What a page of help says of gates.
  static var help: String {
    let names = Gate.metrics.map(\.name).joined(separator: ", ")
    return "--gate takes conditions with commas between: a metric, one of >=, >, <= and <, and a "
      + "number. Shares are from 0 to 1, or in percent with %. A metric that is undefined, such as a "
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
  static func check(_ outcomes: [Gate.Outcome]) throws(GateMissed) {
    if let words = GateTable.misses(outcomes) { throw GateMissed(words: words) }
  }
}
