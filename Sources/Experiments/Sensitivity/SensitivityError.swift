import Designs
import Scoring

/// A question of sensitivity that cannot be asked.
public enum SensitivityError: Error, Equatable {
  /// A metric that there is none of.
  case unknownMetric(String, nearest: String?)
  /// A detector that does not run.
  case unknownDetector(String, running: [String])
  /// A key that there is none of.
  case unknownKey(String, nearest: String?)
  /// A key or section that has no range to vary it over; the bounds of a number, in words.
  case withoutRange(String, bounds: String?)
  /// Elements that the scenario's list does not have.
  case noElement(String)
  /// A range that was given and of which the scenario refuses an end.
  case refusedRange(String, reason: String)
  /// Values of a key instead of a range.
  case notARange(String)
  /// No key is left to vary.
  case nothingToVary
  /// More keys than the method takes.
  case tooManyKeys(Int)
}

extension SensitivityError: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .unknownMetric(let name, let nearest):
      "--metric: found \(name), expected a metric as `tocsin score --json` names them"
        + (nearest.map { "; did you mean \($0)?" } ?? ", such as preceded")
    case .unknownDetector(let name, let running):
      "--detector: found \(name), expected any or one that runs: "
        + running.joined(separator: ", ") + "; name one of these, or change --detectors"
    case .unknownKey(let path, let nearest):
      "--keys: found \(path), expected a key or section of `tocsin scenario keys`"
        + (nearest.map { "; did you mean \($0)?" } ?? "; see there")
    case .withoutRange(let path, let bounds?):
      "--keys: \(path) has no range to vary it over, as `tocsin scenario keys` says why; give one \(bounds) "
        + "as \(path.replacing("[]", with: "[0]"))=low..high"
    case .withoutRange(let path, nil):
      "--keys: found \(path), expected a number with a range or a section that has such; leave it out, or "
        + "see `tocsin scenario keys`"
    case .noElement(let path):
      "--keys: found \(path), expected an element that the scenario's list has, numbered from 0; name "
        + "another, or leave it out"
    case .refusedRange(let option, let reason):
      "--keys \(option): the scenario refuses an end of the range: \(reason)"
    case .notARange(let option):
      "--keys: found \(option), expected a range such as key=0.1..0.9; "
        + "`tocsin sweep` takes lists of values"
    case .nothingToVary:
      "no key is left to vary; leave out --keys, or name others"
    case .tooManyKeys(let count):
      "--method sobol takes at most \(SaltelliDesign.dimensionLimit) keys, and these are \(count); "
        + "screen them with --method morris, and name those that matter with --keys"
    }
  }
}

/// A metric that has no value in so many worlds that nothing can be told of any key.
public struct TooFewValues: Error, CustomStringConvertible {
  /// The metric.
  let metric: String
  /// The detector, or `any`.
  let detector: String
  /// What became of the worlds.
  let worlds: SensitivityResult.Worlds

  /// What was found, what was expected and what to do.
  public var description: String {
    let why = worlds.failure.map { "; the first that could not be made: \($0)" } ?? ""
    return "found a value of \(metric) of \(detector) in "
      + "\(worlds.count - worlds.failed - worlds.undefined) of \(worlds.count) worlds (\(worlds.failed) "
      + "could not be made), expected values at half of the points of a key; take larger worlds, more "
      + "groomers, or a metric that always has a value, such as first-alerts-per-1000-weekly"
      + why
  }
}
