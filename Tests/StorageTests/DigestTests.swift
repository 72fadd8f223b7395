import Storage
import Testing
import Vocabulary

@Suite("A run's digest") struct DigestTests {
  private func digest(
    log: EventLog = SmallRun.log, rowsPerChunk: Int = 8_192, rowsPerCall: Int = 100
  ) throws -> RunDigest {
    let folder = try TemporaryFolder()
    try SmallRun.write(
      to: folder.run, log: log, rowsPerChunk: rowsPerChunk, rowsPerCall: rowsPerCall)
    return try RunFile(opening: folder.run).digest()
  }

  @Test("does not depend on how the stream is cut", arguments: [1, 2, 7, 13, 4_096])
  func cuts(rows: Int) throws {
    #expect(try digest(rowsPerChunk: rows) == digest())
    #expect(try digest(rowsPerCall: rows) == digest())
  }

  @Test("changes with a single event, and only in its part")
  func oneEvent() throws {
    var log = EventLog()
    log.append(SmallRun.log, rows: 0..<12)
    let fewer = try digest(log: log)
    let all = try digest()
    #expect(fewer.events != all.events)
    #expect(fewer.world == all.world && fewer.truth == all.truth)
    #expect(fewer.alerts == all.alerts && fewer.metrics == all.metrics)
  }

  @Test("is what it was when it was first published", .tags(.golden))
  func golden() throws {
    let digest = try digest()
    #expect(
      digest.world
        == "1ebe574265428faef3ad1db5e79c928a74611c0a9c1cc280a066bf136dc261d6")
    #expect(
      digest.events
        == "520443f2e22347b4cab07214b4a105e133beba569985bc8813a97285a13967e0")
    #expect(
      digest.truth
        == "62c30af9d26df2111e2469615cb8ca8051fc3fb7893feecc774136b4c41a18fd")
    #expect(
      digest.alerts
        == "9f922b373dfe69ba93177c8fb55d73f32e102dda694d86a6c0ec998063971c6d")
    #expect(
      digest.metrics
        == "d403e543f06628bddce56e8efc445983b9f2c3c6898d491dc9848bf632689617")
  }
}

extension Tag {
  /// The whole output, compared with the one kept in the test.
  @Tag static var golden: Self
}
