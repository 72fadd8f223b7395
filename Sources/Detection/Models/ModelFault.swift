/// Why a model cannot be used.
public enum ModelFault: Error, Equatable, CustomStringConvertible {
  /// It is another kind of file, or of another version.
  case otherFormat(found: String, version: Int)
  /// Its features are not those of this build.
  case otherFeatures(version: Int, missing: [String], unknown: [String])
  /// Its features are those of this build in another order.
  case otherOrder(position: Int, found: String, expected: String)
  /// Its name cannot be that of a detector.
  case badName(String)
  /// A number is not finite, or out of bounds.
  case badNumber(String, Double)
  /// A part does not fit the others.
  case misshapen(String)

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .otherFormat(let found, let version):
      "found format \"\(found)\" version \(version), expected \"\(Model.formatName)\" version "
        + "\(Model.formatVersion); train it again with this version"
    case .otherFeatures(let version, let missing, let unknown):
      "its features (version \(version)) are not those of this build (version "
        + "\(AccountFeatures.version))" + Self.list("; it lacks ", missing)
        + Self.list("; it has the unknown ", unknown) + "; train it again with this version"
    case .otherOrder(let position, let found, let expected):
      "features[\(position)]: found \"\(found)\", expected \"\(expected)\"; train it again with this "
        + "version"
    case .badName(let name):
      "name: found \"\(name)\", expected lower-case letters, digits and hyphens that no built-in "
        + "detector has as its name"
    case .badNumber(let key, let value):
      "\(key): found \(value), expected a number within bounds; the file is damaged or was changed"
    case .misshapen(let what):
      "\(what); the file is damaged or was changed"
    }
  }

  private static func list(_ words: String, _ names: [String]) -> String {
    guard !names.isEmpty else { return "" }
    let shown = names.prefix(5).joined(separator: ", ")
    return words + shown + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }
}

extension Model {
  /// Makes sure that a model can be used by this build.
  ///
  /// - Throws: `ModelFault`, the first one found.
  public func check() throws(ModelFault) {
    guard format == Self.formatName, version == Self.formatVersion else {
      throw .otherFormat(found: format, version: version)
    }
    try checkFeatures()
    let isNamed =
      !name.isEmpty && name.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) }
    guard isNamed, !DetectorCatalogue.isTaken(name) else { throw .badName(name) }
    guard threshold >= 0, threshold <= 1 else { throw .badNumber("threshold", threshold) }
    guard calibration.slope > 0, calibration.slope.isFinite else {
      throw .badNumber("calibration.slope", calibration.slope)
    }
    try Self.checkFinite("calibration.intercept", [calibration.intercept])
    switch decision {
    case .logistic(let sum): try checkSum(sum)
    case .trees(let forest): try checkForest(forest)
    }
  }

  private func checkFeatures() throws(ModelFault) {
    let expected = AccountFeatures.all.map(\.name)
    let missing = expected.filter { !features.contains($0) }
    let unknown = features.filter { !expected.contains($0) }
    guard missing.isEmpty, unknown.isEmpty, featureVersion == AccountFeatures.version,
      features.count == expected.count
    else {
      throw .otherFeatures(version: featureVersion, missing: missing, unknown: unknown)
    }
    for position in expected.indices where features[position] != expected[position] {
      throw .otherOrder(
        position: position, found: features[position], expected: expected[position])
    }
  }

  private func checkSum(_ sum: LogisticSum) throws(ModelFault) {
    for (name, column) in [
      ("weights", sum.weights), ("means", sum.means), ("deviations", sum.deviations),
    ] {
      guard column.count == features.count else {
        throw .misshapen("\(name): found \(column.count) values, expected \(features.count)")
      }
      try Self.checkFinite(name, column)
    }
    try Self.checkFinite("intercept", [sum.intercept])
    for deviation in sum.deviations where deviation <= 0 {
      throw .badNumber("deviations", deviation)
    }
  }

  private func checkForest(_ forest: BoostedTrees) throws(ModelFault) {
    try Self.checkFinite("base", [forest.base])
    for (index, tree) in forest.trees.enumerated() {
      let nodes = tree.features.count
      guard nodes > 0,
        [tree.limits.count, tree.lefts.count, tree.values.count] == [nodes, nodes, nodes]
      else { throw .misshapen("trees[\(index)]: its columns differ in length") }
      try Self.checkFinite("trees[\(index)].values", tree.values)
      try Self.checkFinite("trees[\(index)].limits", tree.limits.map(Double.init))
      for node in 0..<nodes where tree.features[node] != -1 {
        // Children stand behind their parent, so that every way ends.
        guard features.indices.contains(tree.features[node]), tree.lefts[node] > node,
          tree.lefts[node] < nodes - 1
        else { throw .misshapen("trees[\(index)]: node \(node) leads nowhere") }
      }
    }
  }

  private static func checkFinite(_ key: String, _ values: [Double]) throws(ModelFault) {
    for value in values where !value.isFinite { throw .badNumber(key, value) }
  }
}
