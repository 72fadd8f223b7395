public import Activity
import Parallelism
import Population
import Vocabulary

/// Works out the hardness of a run from what its accounts did.
public struct HardnessAssessment: Sendable {
  private let survey: ConductSurvey
  private let truth: GroundTruth
  private let seed: UInt64
  private let threads: Int

  /// Prepares an assessment.
  ///
  /// - Parameters:
  ///   - survey: a survey that has seen the whole run.
  ///   - truth: who groomed.
  ///   - seed: the seed of the run.
  ///   - threads: how many threads may work; changes no figure.
  public init(of survey: ConductSurvey, truth: GroundTruth, seed: UInt64, threads: Int) {
    self.survey = survey
    self.truth = truth
    self.seed = seed
    self.threads = threads
  }

  /// Measures everything.
  ///
  /// - Complexity: of each feature, sorting the adults' accounts.
  public func result() -> HardnessResult {
    let cohorts = Cohorts(of: survey, truth: truth)
    let columns = ColumnCheck(survey: survey, cohorts: cohorts).rows
    let measured = cohorts.profiles.filter { $0.accounts.count >= HardnessResult.fewestGroomers }
    guard !measured.isEmpty, !cohorts.innocents.isEmpty else {
      return HardnessResult(rows: cohorts.profiles.map { unmeasured($0, cohorts) } + columns)
    }
    let conducts = survey.finished(threads: threads)
    let standIns = StandIns(
      for: cohorts.profiles.map(\.accounts.count), among: conducts.count, group: 0, seed: seed)
    let features = FeatureCatalogue.all
    let scans = parallelMap(count: features.count, threads: threads) { index in
      FeatureScan(features[index], of: conducts, in: cohorts, standIns: standIns)
    }
    let bins = scans.map(\.bins)
    let rows = parallelMap(count: cohorts.profiles.count, threads: threads) { index in
      let profile = cohorts.profiles[index]
      guard profile.accounts.count >= HardnessResult.fewestGroomers else {
        return [unmeasured(profile, cohorts)]
      }
      return single(index, cohorts, scans)
        + [
          tree(profile, cohorts, bins),
          twin(index, cohorts, scans, conducts),
        ].compactMap(\.self)
    }
    return HardnessResult(rows: rows.flatMap(\.self) + columns)
  }

  /// The row of a profile that has too few groomers.
  private func unmeasured(_ profile: Cohorts.Profile, _ cohorts: Cohorts) -> SeparationRow {
    SeparationRow(
      profile: profile.name, measure: HardnessResult.Means.best.rawValue,
      against: HardnessResult.allAdults, feature: "", tried: FeatureCatalogue.all.count,
      groomers: profile.accounts.count, innocents: cohorts.innocents.count, auc: nil)
  }

  /// The best single feature of each family, and of all.
  private func single(
    _ index: Int, _ cohorts: Cohorts, _ scans: [FeatureScan]
  ) -> [SeparationRow] {
    let features = FeatureCatalogue.all
    let families = Feature.Family.allCases.map { family in
      (family.rawValue, features.indices.filter { features[$0].family == family })
    }
    let all = (HardnessResult.Means.best.rawValue, Array(features.indices))
    return ([all] + families).compactMap { measure, tried in
      best(
        cohorts.profiles[index], measure, against: HardnessResult.allAdults,
        of: tried.map { (features[$0], scans[$0].againstAdults[index]) },
        chance: StandIns.percentile95(ofBest: tried.map { scans[$0].chance[index] }))
    }
  }

  /// The best single feature against the role it does worst against; nil without such a role.
  private func twin(
    _ index: Int, _ cohorts: Cohorts, _ scans: [FeatureScan], _ conducts: [Conduct]
  ) -> SeparationRow? {
    let features = FeatureCatalogue.all
    let highest = cohorts.hardNegatives.indices.map { role in
      scans.map { $0.againstRoles[index][role].symmetrised }.max() ?? 0.5
    }
    let nearest = highest.indices.min { highest[$0] < highest[$1] }
    guard let nearest else { return nil }
    let profile = cohorts.profiles[index]
    let twin = cohorts.hardNegatives[nearest]
    let pool = profile.accounts + twin.accounts
    let standIns = StandIns(
      for: [profile.accounts.count], among: pool.count, group: UInt64(index + 1), seed: seed)
    let areas = features.map { feature in
      standIns.areas(RankOrder(of: pool.map { Float(feature.value(conducts[$0])) }).midranks)[0]
    }
    return best(
      profile, HardnessResult.Means.twin.rawValue, against: twin.role.name,
      of: features.indices.map { (features[$0], scans[$0].againstRoles[index][nearest]) },
      chance: StandIns.percentile95(ofBest: areas))
  }

  private func best(
    _ profile: Cohorts.Profile, _ measure: String, against: String,
    of tried: [(feature: Feature, area: RankAUC)], chance: Double
  ) -> SeparationRow? {
    // Of equal areas, that of the feature listed first.
    guard
      let best = tried.reduce(
        tried.first,
        { best, next in
          best.map { $0.area.symmetrised < next.area.symmetrised } == true ? next : best
        })
    else { return nil }
    return SeparationRow(
      profile: profile.name, measure: measure, against: against, feature: best.feature.name,
      tried: tried.count, groomers: best.area.positives, innocents: best.area.negatives,
      auc: best.area.symmetrised, standardError: best.area.standardError, chance: chance)
  }

  /// A tree, fitted on one half of the accounts and measured on the other, both ways.
  private func tree(
    _ profile: Cohorts.Profile, _ cohorts: Cohorts, _ bins: [[UInt8]]
  ) -> SeparationRow {
    let folds = HeldOut.folds(profile.accounts, cohorts.innocents)
    let areas = folds.map { fold in
      let tree = DecisionTree(
        columns: bins, positives: fold.fitted.positives, negatives: fold.fitted.negatives)
      let scores = { (accounts: [Int]) in
        accounts.map { Float(tree.score(of: $0, in: bins)) }.sorted()
      }
      return RankAUC(scores(fold.measured.positives), against: scores(fold.measured.negatives)).area
    }
    let whole = DecisionTree(
      columns: bins, positives: profile.accounts, negatives: cohorts.innocents)
    return SeparationRow(
      profile: profile.name, measure: HardnessResult.Means.tree.rawValue,
      against: HardnessResult.allAdults, feature: whole.words, tried: FeatureCatalogue.all.count,
      groomers: profile.accounts.count, innocents: cohorts.innocents.count,
      auc: areas.reduce(0, +) / Double(areas.count))
  }
}

extension DecisionTree {
  /// The features it asks for, each once: at the root, then on either side.
  fileprivate var words: String {
    var names: [String] = []
    for cut in [root] + children {
      guard let cut else { continue }
      let name = FeatureCatalogue.all[cut.feature].name
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }
}
