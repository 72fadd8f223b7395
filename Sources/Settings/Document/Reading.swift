/// One reading of a document: what the kinds need to know, and the problems found so far.
struct Reading {
  /// The document's name in problems.
  let document: String
  /// The folder to which paths of files are relative.
  let folder: String

  /// Whether files that the document names have to be there.
  let inputsMustExist: Bool
  private(set) var problems: [Problem] = []
  /// Whether an element that exists is changed, so that its required keys are there already.
  var isAmending = false

  init(document: String, folder: String, inputsMustExist: Bool) {
    self.document = document
    self.folder = folder
    self.inputsMustExist = inputsMustExist
  }

  mutating func report(_ fault: FileFault, _ location: Location) {
    append(.file(fault), "", location)
  }

  mutating func report(_ fault: YAMLFault, at path: String = "", _ location: Location) {
    append(.yaml(fault), path, location)
  }

  mutating func report(_ fault: KeyFault, at path: String, _ location: Location) {
    append(.key(fault), path, location)
  }

  mutating func report(_ fault: ValueFault, at path: String, _ location: Location) {
    append(.value(fault), path, location)
  }

  mutating func report(_ fault: OptionFault, at path: String = "", _ location: Location) {
    append(.option(fault), path, location)
  }

  private mutating func append(_ fault: Fault, _ path: String, _ location: Location) {
    problems.append(
      Problem(document: document, location: location, path: path, fault: fault))
  }

  /// Reports a value of another kind than expected, unless it was refused already.
  mutating func reportWrongKind(
    _ node: DocumentNode, expected: String, at path: String, as shape: ValueFault.Shape = .scalar
  ) {
    guard !node.isRefused else { return }
    if node.isNothing {
      report(.noElement(expected: expected), at: path, node.location)
    } else {
      report(.wrongKind(found: node.summary, expected: expected, shape), at: path, node.location)
    }
  }
}
