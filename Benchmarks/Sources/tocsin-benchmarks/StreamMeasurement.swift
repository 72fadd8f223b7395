import CLoaders
import Foundation
@_spi(Benchmarks) import Storage
import Vocabulary

/// How fast the stream is written and read.
struct StreamMeasurement {
  private let events: Int
  private let chunks: Double
  private let append: Double
  private let read: Double
  private let plainC: Double
  private let bytes: Int

  init(run: StoredRun, scratch: ScratchFolder, repeats: Int) throws {
    let events = run.log.count
    let perChunk = RunFileWriter.defaultRowsPerChunk
    var fastest = [Double](repeating: .infinity, count: 4)
    func take(_ index: Int, _ seconds: Double) { fastest[index] = min(fastest[index], seconds) }
    var bytes = 0
    for _ in 0..<repeats {
      let chunks = try MeasuredLoad.chunks(path: scratch.newDatabase("chunks"), of: run.log)
      take(0, chunks / .seconds(1))
      bytes = try scratch.size("chunks")
      let writer = try RunFileWriter(path: scratch.path("append"), header: run.header)
      try writer.write(world: run.world)
      take(1, try ContinuousClock().measure { try writer.append(run.log) } / .seconds(1))
      writer.abandon()
      var source = try RunFile(opening: run.path).events()
      var rows = EventLog()
      take(2, try ContinuousClock().measure { while try source.next(into: &rows) {} } / .seconds(1))
      // Safe: C reads the path for the time of the call only.
      let plain = unsafe loader_chunk_seconds(
        scratch.newDatabase("plain"), Int64(events / perChunk), Int64(perChunk))
      take(3, plain)
    }
    self.events = events
    chunks = fastest[0]
    append = fastest[1]
    read = fastest[2]
    plainC = fastest[3] * Double(events) / Double(events / perChunk * perChunk)
    self.bytes = bytes
  }

  var markdown: String {
    func line(_ name: String, _ seconds: Double) -> String {
      "| \(name) | \(String(format: "%.1f", Double(events) / seconds / 1e6)) million |"
    }
    return """
      | the stream | events a second |
      |---|--:|
      \(line("chunks written under WAL", chunks))
      \(line("the same in C: blobs of the same sizes, and nothing else", plainC))
      \(line("chunks written and edges followed, as a run does", append))
      \(line("read back into columns", read))

      \(String(format: "%.2f", Double(bytes) / Double(events))) bytes an event.
      """
  }
}
