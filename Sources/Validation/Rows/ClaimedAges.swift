import Graphs
import Population
import Settings
import Vocabulary

extension ValidationRow {
  /// V14: how many children's accounts claim to be older than they are.
  ///
  /// Of the platform's accounts whose owner is of some real ages and that declare an age at all,
  /// the share that declares at least another. Standard errors: √(p(1−p)/(n−1)), accounts taken
  /// as independent.
  public static let claimedAges = ValidationRow(
    id: "V14", title: "Ages that children's accounts claim",
    source: .published(
      "Yonder for Ofcom, October 2022, in reports of it: of children with a profile, 32 % of 8 to "
        + "17 claim 18 or more, 23 % of 8 to 12 do, and 47 % of 8 to 15 claim 16 or more",
      .foundSecondary),
    citation: "Ofcom 2022"
  ) { sample in
    [
      sample.claims(ofAges: 8...17, atLeast: 18, published: 0.32, accepted: .between(0.29, 0.35)),
      sample.claims(ofAges: 8...12, atLeast: 18, published: 0.23, accepted: .between(0.20, 0.26)),
      sample.claims(ofAges: 8...15, atLeast: 16, published: 0.47, accepted: .between(0.44, 0.50)),
    ]
  }
}

extension ValidationSample {
  fileprivate func claims(
    ofAges real: ClosedRange<UInt8>, atLeast claimed: UInt8, published: Double, accepted: Band
  ) -> Figure {
    let children = accounts.indices.filter { vertex in
      real.contains(ages[vertex]) && declaredAge(vertex) != DeclaredAccounts.unknownAge
    }
    let older = children.count { declaredAge($0) >= claimed }
    let band = "\(real.lowerBound) to \(real.upperBound)"
    return Figure(
      "accounts \(real.lowerBound)-\(real.upperBound) claiming \(claimed)+",
      definition: "Accounts that declare an age of \(claimed) or more, of the platform's accounts "
        + "that declare one and whose owner is \(band) in truth. Standard error: that of a share "
        + "of independent accounts.",
      target: .value(published), accepted: accepted, decimals: 3,
      finding: .measured(
        Estimate(SampleMean(successes: older, of: children.count)),
        orNotShown: "no account of \(band)"))
  }

  private func declaredAge(_ vertex: Int) -> UInt8 { world.declared.ages[Int(accounts[vertex])] }
}
