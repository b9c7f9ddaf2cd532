// swift-tools-version: 6.2
// The house of bladesim: one target a room, doors open one way (ARCHITECTURE.md). Versions are pinned
// here because Package.resolved is not committed.

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Rooms are optimised in debug builds too, with every assertion kept: tests run whole studies, and take a fifth of the time.
/// `BLADESIM_DEBUGGER=1 swift build` leaves them as a debugger likes them.
let optimised: [SwiftSetting] =
  strict
  + (Context.environment["BLADESIM_DEBUGGER"] == nil
    ? [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))] : [])

/// A room of the house: its sources in `Sources/<name>`, its tests in `Tests/<name>Tests`.
func room(
  _ name: String, imports: [Target.Dependency] = [], embeds: [Resource]? = nil,
  tests: [Target.Dependency] = []
) -> [Target] {
  [
    .target(name: name, dependencies: imports, resources: embeds, swiftSettings: optimised),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + imports + tests,
      swiftSettings: strict),
  ]
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let models: [Target.Dependency] = [
  "Quantities", "Facility", "Workload", "Virtualization", "Power", "Cooling", "Availability", "Economics",
  "Placement",
]

let package = Package(
  name: "bladesim",
  products: [
    .executable(name: "bladesim", targets: ["bladesim"]),
    .executable(name: "bladesim-bench", targets: ["bladesim-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Ground floor
    room("Quantities"),
    room("EventEngine"),
    // First floor: models
    room("Facility", imports: ["Quantities"]),
    room("Workload", imports: ["Quantities"]),
    room("Virtualization", imports: ["Quantities", "Workload"]),
    room("Power", imports: ["Quantities"]),
    room("Cooling", imports: ["Quantities"]),
    room("Availability", imports: ["Quantities", "Facility"]),
    room("Economics", imports: ["Quantities"]),
    room("Placement", imports: ["Quantities", "CClp"], tests: ["TestProblems"]),
    room("CloudSim", imports: ["Quantities", "Placement"], tests: ["Documents"]),
    // Second floor
    room("Project", imports: ["Quantities", "EventEngine", "Economics"], tests: ["Documents"]),
    room("Scenario", imports: ["Project"] + models, tests: ["TestScenarios"]),
    room(
      "Simulation", imports: ["Scenario", "EventEngine", "CTileKernel"] + models, tests: ["TestScenarios"]),
    room(
      "Study", imports: ["Simulation", "Scenario", "Project", "EventEngine"] + models,
      tests: ["TestScenarios"]),
    // Adapters
    room("Documents", imports: ["Quantities", yams, "CZlib"]),
    room("Catalog", imports: ["Documents", "Scenario"] + models, embeds: [.embedInCode("Data")]),
    room(
      "ScenarioFile", imports: ["Documents", "Scenario", "Project", "Catalog"] + models,
      tests: ["Study", "Simulation"]),
    room(
      "ResultStore", imports: ["Simulation", "Study", "Scenario", "Project", "EventEngine", grdb] + models,
      tests: ["TestScenarios"]),
    room("Report", imports: ["ResultStore", "Quantities"], tests: ["TestScenarios", "Study", "Scenario"]),
    // Roof
    [
      .executableTarget(
        name: "bladesim",
        dependencies: [
          "ScenarioFile", "Catalog", "Documents", "Scenario", "Simulation", "Study", "ResultStore", "Report",
          "Project", "EventEngine", "CloudSim", argumentParser,
        ] + models,
        swiftSettings: strict),
      .testTarget(
        name: "bladesimTests", dependencies: ["bladesim", "TestSupport"], swiftSettings: strict),
      .executableTarget(
        name: "bladesim-bench",
        dependencies: [
          "CQueueBaseline", "CTileKernel", "EventEngine", "Simulation", "Study", "Scenario", "ScenarioFile",
          "Catalog", "Documents", "TestProblems", "TestSupport",
        ] + models,
        path: "Benchmarks/bladesim-bench", swiftSettings: strict),
      // C: a kernel the compiler may clone per CPU, a baseline to be measured against, COIN-OR CLP, and system zlib.
      .target(name: "CTileKernel", cSettings: [.unsafeFlags(["-O3"])]),
      .target(name: "CQueueBaseline", path: "Benchmarks/CQueueBaseline", cSettings: [.unsafeFlags(["-O3"])]),
      .target(name: "CClp"),
      .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
      .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
      .target(
        name: "TestProblems", dependencies: ["Placement", "Quantities", "TestSupport"],
        path: "Tests/TestProblems", swiftSettings: strict),
      .target(
        name: "TestScenarios", dependencies: ["Scenario", "Project"] + models, path: "Tests/TestScenarios",
        swiftSettings: strict),
    ],
  ].flatMap { $0 }
)
