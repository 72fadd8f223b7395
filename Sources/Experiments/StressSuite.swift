import Foundation

/// The files of a suite of scenarios.
///
/// Of a folder, every `.yaml` file in it, in the order of names; each file once. The one named `reference.yaml`,
/// among them or beside the first, comes first: the others are compared to it.
enum StressSuite {
  /// The name of the scenario that the others are compared to.
  static let referenceName = "reference.yaml"

  /// What a scenario is called: the name of its file, without the ending.
  static func name(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// Finds the files of a suite.
  ///
  /// - Parameter paths: folders, files or both.
  /// - Returns: their paths, the reference first.
  /// - Throws: `StressSuiteError`.
  static func files(_ paths: [String]) throws(StressSuiteError) -> [String] {
    var files: [String] = []
    for path in paths {
      for file in try self.files(at: path) where !files.contains(file) { files.append(file) }
    }
    guard let first = files.first else { throw .noScenario(folder: paths.first ?? "") }
    let beside = URL(fileURLWithPath: first).deletingLastPathComponent()
      .appendingPathComponent(referenceName).relativePath
    let reference = files.first(where: isReference) ?? beside
    guard FileManager.default.fileExists(atPath: reference) else {
      throw .noReference(path: reference)
    }
    return [reference] + files.filter { !isReference($0) }
  }

  private static func files(at path: String) throws(StressSuiteError) -> [String] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .absent(path: path)
    }
    guard isFolder.boolValue else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
      .map { path + (path.hasSuffix("/") ? "" : "/") + $0 }
  }

  private static func isReference(_ path: String) -> Bool {
    URL(fileURLWithPath: path).lastPathComponent == referenceName
  }
}

/// There is no suite of scenarios where one was looked for.
public enum StressSuiteError: Error, Equatable {
  /// There is nothing at a path.
  case absent(path: String)
  /// A folder holds no scenario.
  case noScenario(folder: String)
  /// There is no scenario to compare the others to.
  case noReference(path: String)
  /// A scenario has another seed than the one that it is compared to.
  case otherSeed(path: String, seed: Int, reference: Int)
}

extension StressSuiteError: CustomStringConvertible {
  /// What was found and what was expected.
  public var description: String {
    switch self {
    case .absent(let path):
      "\(path): found nothing here, expected a folder of scenarios; run where the folder "
        + "Scenarios/stress is, or name another folder, or files, with --scenarios"
    case .noScenario(let folder):
      "\(folder): found no .yaml file in this folder, expected scenarios; name another folder, or "
        + "files, with --scenarios"
    case .noReference(let path):
      "\(path): there is no such file, and the other scenarios are compared to it; put a "
        + "\(StressSuite.referenceName) beside them, or add one to --scenarios"
    case .otherSeed(let path, let seed, let reference):
      "\(path): seed: found \(seed), expected \(reference) as in the reference, so that both have "
        + "the same people; change it, or give all the same one with --set seed=\(reference)"
    }
  }
}
