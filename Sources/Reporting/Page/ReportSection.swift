/// A section of the page on a run.
///
/// A new section is a file in `Sections/` and a line in `ReportSectionCatalogue`.
struct ReportSection: Sendable {
  /// A name that no other element of the page has.
  let id: String
  let title: String
  /// What stands below the title; a section without content is left out.
  let content: @Sendable (RunReport) -> [Markup]
}

/// Every section of the page on a run, in order.
enum ReportSectionCatalogue {
  static let all: [ReportSection] = [
    .answer,
    .howEarly,
    .pace,
    .meetings,
    .price,
    .thresholds,
    .probabilities,
    .falseAlarms,
    .groups,
    .agreement,
    .story,
    .easiness,
    .network,
    .limits,
    .again,
  ]
}
