extension ReportSection {
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
        "The same scenario, seed and version give the same events, alerts and figures, and this page "
          + "again byte for byte but for the name of the file (\(context.database)).",
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
