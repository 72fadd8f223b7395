import Scoring

extension ReportSection {
  /// The detectors on the page.
  private static func shown(in report: RunReport) -> String {
    let names = report.evaluation.detectors.filter { $0 != Evaluation.anyDetector }
    return names.isEmpty ? "no detector" : names.joined(separator: ", ")
  }

  /// How to make the same run again, and all that it was made of.
  static let again = ReportSection(id: "again", title: "Make it again") { report in
    let context = report.context
    return [
      .paragraph([
        .words("Save the scenario below as "), .element(.code("scenario.yaml")),
        .words(", beside the tables that it names, and with Tocsin \(context.version) run:"),
      ]),
      .listing(
        [
          "tocsin run scenario.yaml --seed \(context.seed) -o run.sqlite",
          "tocsin report run.sqlite -o report.html",
        ], named: "The commands that make this report again"),
      .paragraph(
        "The same scenario, seed and version give the same events, and the same alerts and figures of "
          + "the detectors that the scenario has; but for the name of the file (\(context.database)) the "
          + "page is then the same byte for byte. This page shows \(shown(in: report)). What of that was "
          + "named on the command line, or replayed later with other parameters, has to be given "
          + "again, and so has --case.",
        class: "note"),
      .details(
        "The scenario",
        [
          .listing(
            report.scenario.split(separator: "\n", omittingEmptySubsequences: false).map(
              String.init),
            named: "The scenario")
        ]),
    ]
  }
}
