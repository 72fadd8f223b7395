public import Storage

extension FileCheck {
  /// Verifies a file.
  ///
  /// - Parameters:
  ///   - path: a complete file.
  ///   - watch: told which check is made, and asked whether to stop.
  /// - Throws: `Interrupted`; `StorageError` where the file cannot be opened for another reason than
  ///   damage, which is a finding.
  public init(of path: String, _ watch: Watch) throws {
    self = try stopping { () throws(StorageError) in
      try FileCheck(of: path) { watch.mayGoOn(.check, detail: $0) }
    }
  }
}
