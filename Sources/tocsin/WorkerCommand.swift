import ArgumentParser
import Experiments
import Foundation
import Lines
import Synchronization

/// `tocsin worker`: jobs in, results out.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Read jobs from standard input, a line each, and write their results.",
    usage: "tocsin worker [<options>] < jobs.jsonl > results.jsonl",
    discussion: """
      A job is a line of JSON: {"scenario": "town.yaml", "overrides": ["population.accounts=5000"], \
      "seed": 7}, where overrides, seed, detectors (a list, as --detectors takes them elsewhere) and \
      id may be left out. Its result is a line of JSON, written as soon as it has its turn: results \
      come in the order of the jobs. A job that fails, or a line that is no job, is a result with an \
      error, and the rest goes on. `tocsin sweep --jobs-only` prints jobs; Documentation/Sweeps.md \
      tells how to spread them over machines.

      Exit codes: 0 done, though jobs may have failed; 1 output failed; 2 the input cannot be read; \
      130 interrupted: whole lines were written.
      """)

  @OptionGroup var work: WorkOptions

  func run() throws {
    // Listens to Ctrl-C, so that no line is left half-written.
    _ = Terminal.watch(quiet: true)
    let input = Mutex((lines: LineInput.standardInput, number: 0))
    let runner = JobRunner(isInterrupted: { Terminal.isInterrupted })
    try runner.run(threads: work.threadCount) {
      try input.withLock { input in
        while let line = try input.lines.next(isInterrupted: { Terminal.isInterrupted }) {
          input.number += 1
          if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
          return .init(line: line.bytes, number: input.number)
        }
        return nil
      }
    } deliver: { line in
      try Terminal.printAtOnce(line)
    }
    if Terminal.isInterrupted { throw Interrupted() }
  }
}
