/// One thing that is wrong with a scenario: where, at which key, and what.
public struct Problem: Sendable, Equatable {
  /// The name of the document.
  public let document: String

  /// Where in the document or among the options the problem lies.
  public let location: Location

  /// The full path of the key, such as `campaigns[2].pace`; empty for the document as a whole.
  public let path: String

  /// What is wrong, with the evidence.
  public let fault: Fault

  /// Makes a problem.
  public init(document: String, location: Location, path: String, fault: Fault) {
    self.document = document
    self.location = location
    self.path = path
    self.fault = fault
  }
}

extension Problem: CustomStringConvertible {
  /// The problem in one line: the place, the key, what was found, what was expected, what to do.
  public var description: String {
    var parts: [String] = []
    switch location {
    case .document: parts.append(document)
    case .position(let line, let column): parts.append("\(document):\(line):\(column)")
    case .option(_, let text): parts.append("--set \(Excerpt.shortened(text))")
    }
    if !path.isEmpty && !namesOwnPath { parts.append(Excerpt.shortened(path)) }
    return (parts + [fault.description]).joined(separator: ": ")
  }

  /// Whether the problem is that of the very key that the option spells out.
  private var namesOwnPath: Bool {
    guard case .option(_, let text) = location else { return false }
    return Override.path(of: text) == path
  }
}
