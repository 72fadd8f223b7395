import ArgumentParser
import Experiments
import Hardness
import Reporting
import Storage

/// `tocsin hardness`: whether a run's data is too easy.
struct HardnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hardness",
    abstract: "Tell how easily a run's groomers are told from innocent adults: is it too easy?",
    usage: "tocsin hardness <file> [<options>]",
    discussion: """
      Prints what was measured while the run was simulated: for each profile of groomers the best \
      single feature by family, the best tree of two questions, and the best feature against the \
      innocent role that resembles it most; then the columns that are not behaviour and must tell \
      nothing.

      Exit codes: 0 no such column tells groomers apart, 1 one does, 2 bad input.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    let results = try RunFile(opening: file)
    let header = try results.header()
    let report = HardnessReport(
      result: HardnessResult(rows: try results.hardness()), scenario: header.scenarioName,
      seed: header.seed, version: header.tocsinVersion)
    print(json ? try report.json() : report.text(), terminator: "")
    try report.result.check()
  }
}

extension HardnessResult {
  /// Ends the command with code 1 if a column that must tell nothing tells groomers apart.
  ///
  /// - Throws: `ColumnsSeparate`; what was printed has said which.
  func check() throws(ColumnsSeparate) {
    if !separatingColumns.isEmpty { throw ColumnsSeparate() }
  }
}
