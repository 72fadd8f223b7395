import Testing

@testable import Hardness

/// References: scipy 1.17.1 and scikit-learn 1.9.1.
///
///     pos=[3,1,4,1,5,9,2,6]; neg=[2,7,1,8,2,8,1,8,2,8,0,0]
///     sklearn.metrics.roc_auc_score([1]*8+[0]*12, pos+neg)
///     r = scipy.stats.mannwhitneyu(pos, neg, use_continuity=False, method="asymptotic")
///     abs(r.statistic/96-.5) / scipy.stats.norm.isf(r.pvalue/2)    # standard error by chance
///     psi = (P[:,None]>N) + .5*(P[:,None]==N)                     # numpy; DeLong by its definition
///     sqrt(psi.mean(1).var(ddof=1)/8 + psi.mean(0).var(ddof=1)/12)
@Suite("Area under the ROC curve") struct RankAUCTests {
  private let area = RankAUC(
    [1, 1, 2, 3, 4, 5, 6, 9], against: [0, 0, 1, 1, 2, 2, 2, 7, 8, 8, 8, 8])

  @Test("is scikit-learn's, ties and all")
  func area_() {
    #expect(abs(area.area - 0.5364583333333334) < 1e-15)
    #expect(area.positives == 8 && area.negatives == 12)
  }

  @Test("has the standard errors that numpy and scipy find")
  func errors() throws {
    #expect(abs(try #require(area.standardError) - 0.13768445338200844) < 1e-15)
    #expect(abs(area.nullStandardError - 0.1334326658498192) < 1e-12)
  }

  @Test("is 0.893 with an error of 0.03 for the ratings that Hanley and McNeil 1982 print")
  func published() throws {
    // Radiology 143, 29-36, table I: 58 normal and 51 abnormal images in five categories. The paper
    // gives 0.893 and, by its own formula, 0.032; DeLong's, by numpy as above, is 0.0307.
    func ratings(_ counts: [Int]) -> [Float] {
      counts.enumerated().flatMap { repeatElement(Float($0.offset), count: $0.element) }
    }
    let area = RankAUC(ratings([3, 2, 2, 11, 33]), against: ratings([33, 6, 6, 11, 2]))
    #expect(abs(area.area - 0.8931710615280595) < 1e-15)
    #expect(abs(try #require(area.standardError) - 0.030724408379381122) < 1e-15)
  }

  @Test("is symmetrised by taking the opposite of what points the wrong way")
  func symmetry() {
    let low = RankAUC([0, 1], against: [1, 2, 3])
    #expect(low.area == 0.5 / 6)
    #expect(low.symmetrised == 5.5 / 6)
    #expect(RankAUC([1, 2, 3], against: [0, 1]).area == low.symmetrised)
  }

  @Test("has no standard error with one account, and an error of 0 where all values are the same")
  func edges() {
    #expect(RankAUC([1], against: [0, 2]).standardError == nil)
    let same = RankAUC([1, 1], against: [1, 1, 1])
    #expect(same.area == 0.5 && same.standardError == 0 && same.nullStandardError == 0)
  }

  @Test("follows from the midranks in the order of ranks too, negative values and zeros included")
  func midranks() {
    let values: [Float] = [0.5, -1, -0.0, 0, 2, -1, -3]
    let order = RankOrder(of: values)
    #expect(order.accounts.map { values[Int($0)] } == values.sorted())
    #expect(order.midranks == [6, 2.5, 4.5, 4.5, 7, 2.5, 1])
  }
}
