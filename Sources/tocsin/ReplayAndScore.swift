import Detection
import Experiments
import Scoring
import Settings
import Storage

/// Replays a file, scores the alerts, and adds both to the file.
struct ReplayAndScore {
  let file: RunFile
  let detectors: [DetectorCatalogue.Entry]
  let settings: DetectionSettings
  let batchRows: Int
  let threads: Int

  func run(_ watch: Watch) throws {
    let names = detectors.map(\.name)
    let alerts = try Replay(
      of: file, through: detectors, settings: settings, batchRows: batchRows, threads: threads
    ).run(watch)
    let evaluation = try Score.evaluate(alerts, of: names, against: file)
    try file.write(
      replay: settings.canonicalYAML(), detectors: names, alerts: alerts,
      metrics: evaluation.metrics)
  }
}
