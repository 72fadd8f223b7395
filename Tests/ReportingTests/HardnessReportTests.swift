import Foundation
import Hardness
import Testing
import Vocabulary

@testable import Reporting

@Suite("Hardness report") struct HardnessReportTests {
  private func report(_ result: HardnessResult) -> HardnessReport {
    HardnessReport(result: result, scenario: "A made-up town", seed: 7, version: "0.1.0")
  }

  private func line(_ result: HardnessResult) -> String {
    HardnessLine(result: result, database: "town.sqlite").lines.joined(separator: "\n")
  }

  @Test("reads as it should, from the question to how to read it", .tags(.golden))
  func golden() {
    let text = report(Town.hardness).text()
    // What follows says how to read it, and is the same in every report.
    #expect(text.hasPrefix(GoldenHardness.town), "\(text)")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("is a paragraph of every run's report", .tags(.golden))
  func paragraph() {
    #expect(
      line(Town.hardness) == """
        Hardness: the best of 55 single features tells groomers from innocent adults with AUC 0.97
        (strange-minors), two questions with 0.94, and from their innocent twins, of role streamer, the best
        feature with 0.75; 0.5 would be chance, 1 sure. `tocsin hardness town.sqlite` has the table.
        """)
  }

  @Test("warns of a column that tells groomers apart, in the report and in the run's")
  func leak() {
    let warning = "WARNING: opened, which is not behaviour, tells groomers from innocent adults"
    #expect(report(Town.leakingHardness).text().contains(warning))
    #expect(report(Town.leakingHardness).text().contains("0.210 to 0.790  TELLS"))
    #expect(line(Town.leakingHardness).contains(warning))
    #expect(!report(Town.hardness).text().contains("WARNING"))
    #expect(Town.leakingHardness.separatingColumns.map(\.feature) == ["opened"])
  }

  @Test("gives no verdict where there are too few groomers")
  func few() {
    var best = Town.hardness.rows[0]
    best.auc = nil
    best.groomers = 4
    #expect(
      line(HardnessResult(rows: [best])) == """
        Hardness: fewer than 10 accounts of groomers are too few to say how easily they are told apart.
        `tocsin hardness town.sqlite` has the table.
        """)
    #expect(
      report(HardnessResult(rows: [best])).text().contains("No verdict on all: fewer than 10"))
    #expect(line(HardnessResult(rows: [])).isEmpty)
  }

  @Test("gives programs every row, null for what is absent, and the meaning of each feature")
  func json() throws {
    let text = try report(Town.leakingHardness).json()
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let object = try #require(value as? [String: Any])
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.count == Town.hardness.rows.count)
    #expect(rows.allSatisfy { $0.count == 10 })
    #expect(object["separatingColumns"] as? [String] == ["opened"])
    #expect((object["features"] as? [Any])?.count == FeatureCatalogue.all.count)
  }
}

/// What the report of the made-up town begins with.
enum GoldenHardness {
  static let town = """
    A made-up town: seed 7, Tocsin 0.1.0. How easily are 16 groomers' accounts told from 3,184 innocent
    adults'?

    By one feature, by two questions, and against those who resemble them most

             groom-                                         by         innocent   best      by
    profile     ers  best single feature    AUC  error  chance   tree  twin        AUC  chance
    ------------------------------------------------------------------------------------------
    all          16  strange-minors       0.969  0.013   0.694  0.938  streamer  0.750   0.782
    hasty         3                           -      -       -      -  -             -       -

    No verdict on hasty: fewer than 10 accounts of groomers, or nobody to compare with.

    By family of feature, against all innocent adults

                                                         by
    profile  family    best feature      AUC  error  chance
    -------------------------------------------------------
    all      requests  strange-minors  0.969  0.013   0.662
    all      timing    night-share     0.550  0.070   0.613

    Columns that are not behaviour, and must tell nothing

    column        AUC  error         allowed  verdict
    -------------------------------------------------
    account-id  0.438  0.072  0.210 to 0.790  passes
    opened      0.500  0.072  0.210 to 0.790  passes

    How to read this
    """
}
