import Reporting
import Scoring
import Settings
import Storage

extension ReportContext {
  /// What a report says of the run in a file.
  init(of file: RunFile, scope: Scope) throws {
    let summary = try file.summary()
    self.init(
      scenario: summary.scenarioName, seed: summary.seed, version: summary.tocsinVersion,
      days: summary.days, startDate: CalendarDate(summary.startDate)?.inWords ?? summary.startDate,
      accounts: scope.accounts, adults: scope.groomers + scope.innocentAdults,
      children: scope.children, friendships: try file.friendshipCountAtStart(),
      events: summary.events, database: file.path)
  }
}

extension CalendarDate {
  /// The date as people write it, such as `3 April 2017`.
  var inWords: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }
}
