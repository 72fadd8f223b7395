import Testing

@Suite("Exit codes") struct ExitCodeTests {
  @Test("the version is told, with code 0")
  func version() throws {
    let ending = try Tocsin.run(["--version"])
    #expect(ending.status == 0)
    #expect(!ending.stdout.isEmpty)
    #expect(ending.stderr.isEmpty)
  }

  @Test("a misspelt command is bad input, with words on standard error only")
  func misspelt() throws {
    let ending = try Tocsin.run(["simulat"])
    #expect(ending.status == 2)
    #expect(ending.stdout.isEmpty)
    #expect(ending.stderr.contains("simulat"))
  }
}
