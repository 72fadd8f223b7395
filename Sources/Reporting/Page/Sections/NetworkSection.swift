import Validation

extension ReportSection {
  /// The world, and what people do in it, held against published figures.
  static let network = ReportSection(id: "network", title: "Is the network lifelike?") { report in
    let network = report.network
    let result = network.validation.result
    let world = ValidationTable(rows: result.rows.filter { !$0.row.isOnActivity })
    let run = ValidationTable(rows: result.rows.filter(\.row.isOnActivity), of: "run")
    return [
      .paragraph(network.validation.verdictWords),
      .paragraph(
        "Each row holds this made-up world against a figure that was published of real ones: 'accepted' "
          + "is where it may lie, 'error' how far chance alone moves it."),
      world.table.markup(caption: "The world against published figures"),
    ]
      + (result.run == nil
        ? []
        : [
          .details(
            "What people do, against published figures",
            [run.table.markup(caption: "What people do against published figures")])
        ])
      + PlotCatalogue.all.map { picture($0, of: network) } + [
        .details(
          "Sources, and what this cannot tell",
          [
            .list(
              result.rows.map { "\($0.row.id) \($0.row.title): \($0.row.sourceWords)." }
                + ValidationReport.limits(of: result))
          ])
      ]
  }

  private static func picture(_ plot: Plot, of network: RunReport.Network) -> Markup {
    let id = "network-" + plot.name
    let drawing = plot.draw(network.curves, network.validation)
    let title = drawing.sheet.title
    return .block(
      "figure", [("id", id)],
      [
        .block("figcaption", [.heading(3, title)]),
        .block(
          "div",
          [
            ("class", "scroll"), ("role", "region"), ("tabindex", "0"),
            ("aria-label", "Picture: " + title),
          ],
          [drawing.sheet.element(drawing.chart, ids: id, class: "picture")]),
        .details(
          "The numbers behind this plot",
          [plot.numbers(network.curves).markup(caption: "The numbers: " + title)]),
      ])
  }
}
