public import Hardness
import Vocabulary

/// The hardness of a run in a paragraph, for every report.
struct HardnessLine {
  let result: HardnessResult
  /// Where the whole table is, as a path.
  let database: String

  /// The paragraph's lines; none for a file that holds no hardness.
  var lines: [String] {
    sentences.enumerated().flatMap { number, words in
      Paragraph.lines(
        number == 0 ? "Hardness: \(words) `tocsin hardness \(database)` has the table." : words)
    }
  }

  /// What it says, and what is wrong with each column that tells groomers apart; nothing for a file that
  /// holds no hardness.
  var sentences: [String] {
    guard let best = result.row(SeparationRow.allProfiles, .best) else { return [] }
    return [verdict(best)] + result.warnings
  }

  private func verdict(_ best: SeparationRow) -> String {
    guard let auc = best.auc else {
      return best.groomers < HardnessResult.fewestGroomers
        ? "fewer than \(HardnessResult.fewestGroomers) accounts of groomers are too few to say how "
          + "easily they are told apart."
        : "there is no innocent adult to tell groomers from."
    }
    var words =
      "the best of \(best.tried) single features tells groomers from innocent adults with AUC "
      + "\(Numerals.fixed(auc, decimals: 2)) (\(best.feature))"
    if let tree = result.row(best.profile, .tree)?.auc {
      words += ", two questions with \(Numerals.fixed(tree, decimals: 2))"
    }
    if let twin = result.row(best.profile, .twin), let auc = twin.auc {
      words +=
        ", and from their innocent twins, of role \(twin.against), the best feature with "
        + Numerals.fixed(auc, decimals: 2)
    }
    return words + "; 0.5 would be chance, 1 sure."
  }

  /// What is wrong with a column that separates.
  static func warning(of column: SeparationRow) -> String {
    "WARNING: \(column.feature), which is not behaviour, tells groomers from innocent adults (AUC "
      + "\(Numerals.auc(column.auc)), further from 0.5 than chance allows): a detector may learn "
      + "it. Results of this run are no evidence."
  }
}

extension HardnessResult {
  /// What is wrong with each column that must tell nothing and tells groomers apart.
  public var warnings: [String] { separatingColumns.map(HardnessLine.warning) }
}

extension Numerals {
  /// An area under a ROC curve.
  static func auc(_ area: Double?) -> String { area.map { fixed($0, decimals: 3) } ?? unknown }
}
