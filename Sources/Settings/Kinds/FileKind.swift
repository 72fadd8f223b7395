/// A file that a scenario names.
public struct InputFile: Sendable, Hashable {
  /// The path as the scenario has it, relative to the folder of the scenario file.
  public let name: String

  /// The path to open: `name` itself if it is absolute, else within the scenario's folder.
  public let path: String

  /// Makes the file that `name` means in a scenario that lies in `folder`.
  public init(_ name: String, in folder: String) {
    self.name = name
    if name.hasPrefix("/") || folder.isEmpty || folder == "." {
      path = name
    } else {
      path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
  }
}

extension Kind where Value == InputFile? {
  static var file: Kind {
    let expected = "the path of a file, relative to the folder of the scenario"
    return Kind(
      word: "file", expected: expected, schema: [.init("type", .string("string"))],
      read: { node, _, path, reading in
        guard let text = node.text(expected: expected, at: path, &reading) else { return nil }
        let file = InputFile(text, in: reading.folder)
        let fault: ValueFault? =
          switch FileStatus(of: file.path) {
          case _ where text.isEmpty: .noValue(expected: expected)
          case _ where !reading.inputsMustExist: nil
          case .file: nil
          case .folder: .inputIsFolder(path: file.path)
          case .absent, .other: .noSuchInput(path: file.path)
          }
        if let fault {
          reading.report(fault, at: path, node.location)
          return nil
        }
        return file
      },
      write: { $0.map { DocumentNode(text: $0.name) } })
  }
}

extension Key {
  /// A file that must exist when it is given; none by default.
  public static func file(
    _ name: String, _ property: any WritableKeyPath<Section, InputFile?> & Sendable,
    source: Source, about: String
  ) -> Key {
    Key(name, property, .file, source: source, about: about)
  }
}
