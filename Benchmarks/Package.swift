// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "tocsin-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "tocsin", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // What the C interface of SQLite alone does, in the same process.
    .target(name: "CLoaders", linkerSettings: [.linkedLibrary("sqlite3")]),
    .executableTarget(
      name: "tocsin-benchmarks",
      dependencies: [
        "CLoaders",
        .product(name: "TocsinStages", package: "tocsin"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ]),
  ]
)
