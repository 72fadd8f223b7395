/// What is wrong with an override.
public enum OptionFault: Sendable, Equatable {
  /// An option has no equals sign.
  case withoutValue
  /// The path of an option cannot be read.
  case malformedPath(String)
  /// An option sets an element that the list does not have.
  case noSuchElement(count: Int)
}

extension OptionFault: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .malformedPath(let path):
      "found the path \"\(Excerpt.shortened(path))\", expected keys joined by dots; "
        + "write it as in calendar.holidays[0].from=2017-04-10"
    case .noSuchElement(let count):
      "there is no such element; the list has "
        + (count == 0 ? "none" : "\(count), numbered from 0 to \(count - 1)")
    case .withoutValue: "found no =, expected path=value; write it as in population.accounts=5000"
    }
  }
}
