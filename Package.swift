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
func tests(
  of name: String, alsoImports: [Target.Dependency] = [], excluding excluded: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + alsoImports, exclude: excluded,
    swiftSettings: house)
}

/// Tests that run a program as its users do.
func tests(
  of name: String, running program: String, alsoImports: [Target.Dependency] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: program)] + alsoImports,
    exclude: ["BadScenarios", "Goldens", "Readers"], swiftSettings: house)
}

/// Elementary functions, without Foundation.
let real: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")

/// A heap, and nothing else of the package.
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")

let package = Package(
  name: "tocsin",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "tocsin", targets: ["tocsin"]),
    // For Benchmarks, a package of its own.
    .library(
      name: "TocsinStages",
      targets: [
        "Activity", "Detection", "Experiments", "Graphs", "Population", "Randomness", "Scoring",
        "Settings", "Storage", "Subprocesses", "Validation", "Vocabulary",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    target("Parallelism"),
    target("State"),
    target("Randomness", imports: [real]),
    target("Designs", imports: ["Randomness", real]),
    target("Settings", imports: [.product(name: "Yams", package: "Yams")]),
    // What other programs write, line by line.
    target("Lines", imports: ["Settings"]),
    target("Vocabulary", imports: [real]),
    target("Graphs", imports: ["Parallelism", "State"]),
    target("Patterns", imports: ["Vocabulary"]),
    target(
      "Population",
      imports: ["Graphs", "Parallelism", "Randomness", "Settings", "Vocabulary", real]),
    target(
      "Activity",
      imports: [
        "Graphs", "Parallelism", "Population", "Randomness", "Settings", "State", "Vocabulary",
        real,
      ]),
    // Neither Population nor Activity: no detector can import the truth.
    target(
      "Detection",
      imports: ["Graphs", "Parallelism", "Randomness", "Settings", "Vocabulary", heap, real]),
    // No truth here either: it is handed rows and labels.
    target(
      "Learning", imports: ["Detection", "Parallelism", "Randomness", "Vocabulary", real]),
    // Detectors in other programs; what it sends them it has from Detection, so no truth.
    target(
      "Subprocesses", imports: ["Detection", "Graphs", "Lines", "Settings", "Vocabulary"]),
    target(
      "Scoring",
      imports: [
        "Activity", "Parallelism", "Population", "Randomness", "Settings", "Vocabulary", heap, real,
      ]),
    target(
      "Hardness",
      imports: [
        "Activity", "Graphs", "Parallelism", "Population", "Randomness", "Settings", "State",
        "Vocabulary", real,
      ]),
    target(
      "Validation",
      imports: ["Activity", "Graphs", "Population", "Settings", "Vocabulary", real]),
    target(
      "Storage",
      imports: [
        "Activity", "Graphs", "Parallelism", "Population", "Settings", "State", "Vocabulary",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    target(
      "Experiments",
      imports: [
        "Activity", "Designs", "Detection", "Graphs", "Hardness", "Learning", "Lines",
        "Parallelism", "Patterns", "Population", "Randomness", "Scoring", "Settings", "State",
        "Storage", "Validation", "Vocabulary", heap, real,
      ]),
    target(
      "Reporting",
      imports: [
        "Activity", "Detection", "Hardness", "Learning", "Population", "Scoring", "Validation",
        "Vocabulary",
      ]),
    .executableTarget(
      name: "tocsin",
      dependencies: [
        "Activity", "Designs", "Detection", "Experiments", "Graphs", "Hardness", "Learning",
        "Lines", "Patterns", "Population", "Reporting", "Scoring", "Settings", "Storage",
        "Subprocesses", "Validation", "Vocabulary",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .target(
      name: "TestSupport",
      dependencies: ["Activity", "Detection", "Graphs", "Population", "Vocabulary"],
      path: "Tests/TestSupport", swiftSettings: house),
    tests(of: "Parallelism"),
    tests(of: "State"),
    tests(of: "Lines"),
    tests(of: "Vocabulary"),
    tests(
      of: "Patterns",
      alsoImports: [
        "Activity", "Population", "Randomness", "Storage", "Vocabulary",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      excluding: ["References"]),
    tests(of: "Graphs", alsoImports: ["Randomness"], excluding: ["References"]),
    tests(
      of: "Population",
      alsoImports: ["Graphs", "Randomness", "Settings", "Vocabulary", real],
      excluding: ["ImportedGraphs"]),
    tests(
      of: "Activity",
      alsoImports: [
        "Graphs", "Population", "Randomness", "Settings", "State", "TestSupport", "Vocabulary",
        real,
      ]),
    tests(
      of: "Detection",
      alsoImports: [
        "Activity", "Graphs", "Population", "Settings", "TestSupport", "Vocabulary",
      ],
      excluding: ["References"]),
    tests(
      of: "Learning", alsoImports: ["Detection", "Vocabulary", real], excluding: ["References"]),
    tests(
      of: "Subprocesses",
      alsoImports: ["Detection", "Graphs", "Settings", "TestSupport", "Vocabulary"],
      excluding: ["Programs"]),
    tests(of: "Randomness"),
    tests(of: "Designs", excluding: ["References"]),
    tests(of: "Settings", alsoImports: ["TestSupport"]),
    tests(
      of: "Scoring", alsoImports: ["Activity", "Population", "Randomness", "Vocabulary"],
      excluding: ["References"]),
    tests(
      of: "Validation",
      alsoImports: [
        "Activity", "Graphs", "Population", "Randomness", "Settings", "TestSupport", "Vocabulary",
        real,
      ]),
    tests(
      of: "Hardness",
      alsoImports: [
        "Activity", "Graphs", "Population", "Settings", "TestSupport", "Vocabulary",
      ]),
    tests(
      of: "Reporting",
      alsoImports: [
        "Activity", "Hardness", "Population", "Scoring", "Settings", "Validation", "Vocabulary",
      ]),
    tests(
      of: "Storage",
      alsoImports: [
        "Activity", "Graphs", "Population", "Vocabulary",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      excluding: ["References"]),
    tests(
      of: "Experiments",
      alsoImports: [
        "Activity", "Designs", "Detection", "Graphs", "Population", "Scoring", "Settings",
        "Storage", "TestSupport", "Vocabulary", real, .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      of: "EndToEnd", running: "tocsin",
      alsoImports: ["Experiments", "Population", "Settings", "Storage", "Vocabulary"]),
  ]
)
