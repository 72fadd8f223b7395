import Designs

/// A question of sensitivity that cannot be asked.
public enum SensitivityError: Error, Equatable {
  /// A metric that there is none of.
  case unknownMetric(String, nearest: String?)
  /// A detector that does not run.
  case unknownDetector(String, running: [String])
  /// A key that there is none of.
  case unknownKey(String, nearest: String?)
  /// A key or section that has no range to vary it over.
  case withoutRange(String)
  /// Values of a key instead of a range.
  case notARange(String)
  /// No key is left to vary.
  case nothingToVary
  /// More keys than the method takes.
  case tooManyKeys(Int)
  /// A key is set for all points and varied.
  case setAndVaried(key: String)
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
    case .withoutRange(let path):
      "--keys: \(path) has no range to vary it over, as it has a source or is no number; give one, "
        + "such as \(path)=1..10"
    case .notARange(let option):
      "--keys: found \(option), expected a range such as key=0.1..0.9; "
        + "`tocsin sweep` takes lists of values"
    case .nothingToVary:
      "no key is left to vary; leave out --keys, or name others"
    case .tooManyKeys(let count):
      "--method sobol takes at most \(SaltelliDesign.dimensionLimit) keys, and these are \(count); "
        + "screen them with --method morris, and name those that matter with --keys"
    case .setAndVaried(let key):
      "\(key) is varied, and --set sets it for all worlds; leave one out"
    }
  }
}
