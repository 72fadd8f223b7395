import Scoring
import Testing
import Vocabulary

@testable import Reporting

@Suite("The page on groups of people")
struct GroupsSectionTests {
  private func page(_ report: RunReport) -> PageReader { PageReader(report.html()) }

  @Test("gives the shares of every group that is large enough, and names those that are not")
  func shares() throws {
    let report = try RunReportTests.report()
    let page = page(report)
    let words = try #require(page.words(ofID: "groups-flagged"))
    // By hand: 800 children of 13; of 100 accounts at 1 modulo 40, 20 are children and one grooms, so
    // that 79 are 19; of 3,984 innocent accounts the other 3,105 are 40. The last village has ten.
    for name in ["age 13-15 (800)", "age 18-24 (79)", "age 35-49 (3,105)"] {
      #expect(words.contains(name), "\(name) in \(words)")
    }
    #expect(words.contains("Left out, as too small even together: region Village 20."))
    #expect(words.contains("Drawn are the 12 regions with most; the numbers have all 19."))
    let any = try #require(report.groups.last)
    let sexes = try #require(any.rates.first { $0.division == .sex }).falseAlarms.groups
    let flagged = Set(Town.alerts.map(\.suspect)).filter { !Town.groomers.contains($0) }
    #expect(sexes.map(\.count).reduce(0, +) == flagged.count)
    for group in sexes { #expect(words.contains("\(group.name) (\(Numerals.count(group.total)))")) }
  }

  @Test("says beside the largest ratio what luck makes of it, and warns of what luck does not make")
  func warning() throws {
    let report = try RunReportTests.report()
    let paragraphs = page(report).elements.filter { $0.name == "p" }
    let spread = try #require(
      report.groups.last?.rates.first { $0.division == .region }?.falseAlarms.spread)
    let told = try #require(
      paragraphs.first { $0.words.hasPrefix("By region, \(spread.highest) has ") })
    let isWarning = told.attributes["class"] == "warning"
    #expect(isWarning == (spread.chance < 0.05))
    #expect(isWarning != told.words.contains("so luck may be all there is to it"))
    #expect(told.words.contains("the highest of 19 groups"))
    let percent = "\(Numerals.percent(spread.chance))\u{A0}% of draws"
    #expect(told.words.contains(percent), "\(told)")
  }

  @Test("is left out where nothing is large enough, and has no meetings where there are few")
  func few() throws {
    var report = try RunReportTests.report()
    // Twenty meetings in all: too few for any group.
    #expect(page(report).words(ofID: "groups-preceded") == nil)
    report.groups = []
    #expect(page(report).words(ofID: "groups") == nil)
  }
}
