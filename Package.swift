// swift-tools-version: 6.2
import PackageDescription

/// The rules every target of the house is compiled under.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A target of the house with the targets it may import: arrows only downward.
func target(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: house)
}

/// The tests of one target.
func tests(of name: String, alsoImports: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + alsoImports, swiftSettings: house)
}

let package = Package(
  name: "tocsin",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    target("Parallelism"),
    target("Randomness", imports: [.product(name: "RealModule", package: "swift-numerics")]),
    target("Settings", imports: [.product(name: "Yams", package: "Yams")]),
    target("Vocabulary"),
    target("Graphs"),
    target("Population", imports: ["Graphs", "Vocabulary"]),
    target("Activity", imports: ["Population", "Vocabulary"]),
    target("Scoring", imports: ["Activity", "Population", "Vocabulary"]),
    target("Reporting", imports: ["Activity", "Population", "Scoring", "Vocabulary"]),
    tests(of: "Randomness"),
    tests(of: "Settings"),
    tests(of: "Scoring", alsoImports: ["Activity", "Population", "Vocabulary"]),
    tests(of: "Reporting", alsoImports: ["Activity", "Population", "Scoring", "Vocabulary"]),
  ]
)
