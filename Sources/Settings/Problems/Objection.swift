/// What somebody who uses a decoded value finds wrong with it: at which key, and in which words.
public struct Objection: Sendable, Equatable {
  /// The key.
  public let path: KeyPath
  /// What was found, what was expected and what to do.
  public let words: String

  /// Makes an objection.
  public init(at path: KeyPath, _ words: String) {
    self.path = path
    self.words = words
  }

  /// A key by the steps that lead to it from the top level, such as `campaigns[2].pace`.
  public struct KeyPath: Sendable, Equatable {
    enum Step: Sendable, Equatable {
      case key(String)
      case index(Int)
    }

    private(set) var steps: [Step] = []

    /// Makes the path of the top level.
    public init() {}

    /// The path of a key below.
    public func key(_ name: String) -> KeyPath { appending(.key(name)) }

    /// The path of an element of the list.
    public func index(_ index: Int) -> KeyPath { appending(.index(index)) }

    /// The path as problems show it.
    var text: String {
      steps.reduce("") { text, step in
        switch step {
        case .key(let name): text.appendingKey(name)
        case .index(let index): text.appendingIndex(index)
        }
      }
    }

    private func appending(_ step: Step) -> KeyPath {
      var path = self
      path.steps.append(step)
      return path
    }
  }
}

extension DocumentNode {
  /// Where the value of a key below lies; where it would, if the document does not give it.
  func location(of steps: ArraySlice<Objection.KeyPath.Step>) -> Location {
    guard let first = steps.first else { return location }
    let next: DocumentNode? =
      switch first {
      case .key(let name): value(of: name)
      case .index(let index): element(at: index)
      }
    return next?.location(of: steps.dropFirst()) ?? location
  }
}
