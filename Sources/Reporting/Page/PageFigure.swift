/// A chart of a page with what to see in it, and the numbers behind it for those who want or need them.
struct PageFigure {
  /// A name that no other element of the page has.
  var id: String
  /// What it shows.
  var title: String
  /// What to see in it: a sentence or two.
  var reading: String
  /// Draws it.
  var drawing: (Canvas) -> PageChart.Drawing
  /// The numbers that are drawn, or what they come to.
  var numbers: TextTable
  /// Every number that is drawn, where `numbers` says what they come to.
  var more: TextTable?

  /// The figure.
  var markup: Markup {
    let chart = PageChart(title: title, description: reading, drawing: drawing)
    return .block(
      "figure", [("id", id)],
      [
        .block("figcaption", [.heading(3, title), .paragraph(reading)])
      ] + chart.markup(id: id) + [
        .details(
          "The numbers behind this plot",
          [numbers.markup(caption: "The numbers: " + title)]
            + (more.map { [$0.markup(caption: "Point by point: " + title)] } ?? []))
      ])
  }
}
