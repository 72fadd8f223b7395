/// What is wrong, by the stage that found it.
///
/// The words stand beside the cases of each stage.
public enum Fault: Sendable, Equatable {
  /// Found while the file was read.
  case file(FileFault)
  /// Found while the YAML was parsed.
  case yaml(YAMLFault)
  /// Found in the keys of a section.
  case key(KeyFault)
  /// Found in the value of a key.
  case value(ValueFault)
  /// Found in an override.
  case option(OptionFault)
}

extension Fault: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .file(let fault): fault.description
    case .yaml(let fault): fault.description
    case .key(let fault): fault.description
    case .value(let fault): fault.description
    case .option(let fault): fault.description
    }
  }
}
