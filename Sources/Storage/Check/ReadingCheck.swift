extension Check {
  /// All that can be read back makes sense.
  static let reading = Check(
    name: "reading", about: "world, truth and replays agree"
  ) { file, findings in
    let run = file.file
    func read(_ table: Table, _ row: String? = nil, _ work: () throws(StorageError) -> Void) throws
    {
      try file.goOn()
      do {
        try work()
      } catch .corrupt(_, let detail) {
        findings.add(table.name, row, detail)
      }
    }
    try read(.account) { () throws(StorageError) in _ = try run.declaredAccounts() }
    try read(.friendship) { () throws(StorageError) in _ = try run.friendshipsAtStart() }
    if run.hasTruth {
      try read(.truthPerson) { () throws(StorageError) in _ = try run.world() }
      try read(.truthCase) { () throws(StorageError) in _ = try run.truth() }
      try read(.truthHardness) { () throws(StorageError) in _ = try run.hardness() }
    }
    let replays = try run.replays()
    for replay in replays {
      try read(.alert, "replay \(replay.id)") { () throws(StorageError) in
        _ = try run.alerts(replay: replay.id)
        _ = try run.metrics(replay: replay.id)
      }
    }
    return [.init("account", run.accountCount), .init("replay", replays.count)]
  }
}
