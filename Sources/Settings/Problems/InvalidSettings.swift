/// Everything that is wrong with a scenario, in the order of the file and then of the options.
public struct InvalidSettings: Error, Sendable {
  /// The problems, at least one.
  public let problems: [Problem]

  private let text: SourceText?

  init(_ problems: [Problem], text: SourceText? = nil) {
    // The place among equals keeps the sort stable.
    self.problems = problems.enumerated()
      .sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }
      .map(\.element)
    self.text = text
  }
}

extension InvalidSettings: CustomStringConvertible {
  /// Every problem with its line of the document and a caret, and a line with their number.
  public var description: String {
    var lines: [String] = []
    for problem in problems {
      lines.append(problem.description)
      if case .position(let line, let column) = problem.location, let text {
        lines += Excerpt.lines(of: text.line(line), column: column)
      }
    }
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    lines.append("\(count) in \(problems.first?.document ?? "the scenario")")
    return lines.joined(separator: "\n")
  }
}
