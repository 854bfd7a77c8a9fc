// swift-tools-version: 6.2

import PackageDescription

/// The core also runs in the browser: what Embedded Swift does not allow is an error.
let core: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .treatWarning("EmbeddedRestrictions", as: .error),
]

let package = Package(
    name: "wegwijzer",
    products: [
        .executable(name: "wegwijzer", targets: ["wegwijzer"]),
        .library(name: "Catalog", targets: ["Catalog"]),
        .library(name: "Search", targets: ["Search"]),
        .library(name: "Decision", targets: ["Decision"]),
        .library(name: "Reports", targets: ["Reports"]),
        .library(name: "BuiltInCatalog", targets: ["BuiltInCatalog"]),
    ],
    targets: [
        // The core: no Foundation, compiles as Embedded Swift. First what knows nothing of Wegwijzer, then the knowledge and what is asked of it.
        .target(name: "Storage", swiftSettings: core),
        .target(name: "Language", dependencies: ["Storage"], swiftSettings: core),
        .target(name: "Catalog", dependencies: ["Language", "Storage"], swiftSettings: core),
        .target(name: "Search", dependencies: ["Catalog", "Language", "Storage"], swiftSettings: core),
        .target(name: "Decision", dependencies: ["Catalog", "Storage"], swiftSettings: core),
        .target(name: "Parenting", dependencies: ["Catalog", "Storage"], swiftSettings: core),
        .target(name: "Documents", dependencies: ["Language"], swiftSettings: core),
        .target(
            name: "Reports", dependencies: ["Documents", "Search", "Decision", "Parenting", "Catalog", "Language", "Storage"],
            swiftSettings: core),
        .target(
            name: "Engine", dependencies: ["Reports", "Documents", "Search", "Decision", "Parenting", "Catalog", "Storage"],
            swiftSettings: core + [
                .enableExperimentalFeature("BuiltinModule"), .enableExperimentalFeature("AllowRuntimeSymbolDeclarations"),
            ]),

        // From JSON files to a snapshot that is part of the program.
        .target(name: "JSON", dependencies: ["Language"]),
        .target(name: "CatalogSource", dependencies: ["JSON", "Search", "Decision", "Parenting", "Catalog", "Language", "Storage"]),
        .executableTarget(name: "CatalogCompiler", dependencies: ["CatalogSource", "JSON", "Catalog", "Storage"]),
        .plugin(
            name: "EmbedCatalog", capability: .buildTool(), dependencies: ["CatalogCompiler"],
            path: "Sources/EmbedCatalog"),
        // The link to the catalogue makes the package manager see files that are added or removed.
        .target(name: "BuiltInCatalog", dependencies: ["Catalog", "Storage"], exclude: ["Catalog"], plugins: ["EmbedCatalog"]),

        // From the core and the catalogue to one page that works without a server.
        .executableTarget(name: "PageBuilder", dependencies: ["Reports", "Search", "CatalogSource", "Catalog", "Storage"]),
        .plugin(
            name: "BuildPage",
            capability: .command(intent: .custom(verb: "wegwijzer-page", description: "Make one HTML file that holds everything")),
            path: "Sources/BuildPage", exclude: ["Page"]),

        // The program.
        .target(name: "Options"),
        .executableTarget(
            name: "wegwijzer",
            dependencies: [
                "Reports", "Documents", "Search", "Decision", "Parenting", "BuiltInCatalog", "CatalogSource", "JSON", "Options", "Catalog",
                "Language", "Storage",
            ]),

        // The tests.
        .testTarget(name: "StorageTests", dependencies: ["CatalogSource", "Catalog", "Storage"]),
        .testTarget(name: "LanguageTests", dependencies: ["Language"]),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Language"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
        .testTarget(name: "CatalogTests", dependencies: ["Catalog", "CatalogSource", "Search", "Language", "Storage"]),
        .testTarget(
            name: "CatalogDataTests", dependencies: ["Reports", "CatalogSource", "Parenting", "Catalog", "Language", "Storage"],
            exclude: ["SecondReading"]),
        .testTarget(name: "CatalogSourceTests", dependencies: ["CatalogSource", "JSON", "Catalog"], exclude: ["Addition"]),
        .testTarget(name: "PageBuilderTests", dependencies: ["PageBuilder", "Documents"]),
        .testTarget(name: "DecisionTests", dependencies: ["Decision", "Parenting", "Search", "Catalog", "BuiltInCatalog"]),
        .testTarget(name: "OptionsTests", dependencies: ["Options"]),
        .testTarget(name: "EngineTests", dependencies: ["Engine", "Search", "Storage", "BuiltInCatalog"]),
        .testTarget(name: "WegwijzerTests", dependencies: ["wegwijzer"], exclude: ["Golden"]),
        .testTarget(
            name: "SearchTests", dependencies: ["Search", "Catalog", "Language", "Storage", "BuiltInCatalog", "SearchQuality"],
            exclude: ["Questions", "Words", "Danger"]),

        // How good the answers are: what the tests assert and `Evaluate` prints.
        .target(name: "SearchQuality", dependencies: ["Search", "Catalog", "Storage"], path: "Tests/SearchQuality"),
        .executableTarget(
            name: "Evaluate", dependencies: ["SearchQuality", "Search", "Storage", "BuiltInCatalog"], path: "Tests/Evaluate",
            exclude: ["README.md"]),
        // Which Dutch words must not be taken for a word or a name of the catalogue.
        .executableTarget(
            name: "OrdinaryWords", dependencies: ["CatalogSource", "JSON", "Search", "Catalog", "Language", "Storage"],
            path: "Tests/OrdinaryWords"),
        // How fast they come, beside other programs.
        .executableTarget(
            name: "Benchmark", dependencies: ["SearchQuality", "CatalogSource", "Catalog", "Storage", "BuiltInCatalog"],
            path: "Tests/Benchmark",
            exclude: ["README.md"]),
    ]
)

// Fuzzing, where it is asked for (`.ci/fuzz.sh`): everything links with `--sanitize=fuzzer` then, whose entry point leaves no room for another.
// So the program becomes a library without its own, and the catalogue is no longer embedded by a tool of the build.
if Context.environment["WEGWIJZER_FUZZ"] != nil {
    let testable: [SwiftSetting] = [.unsafeFlags(["-enable-testing"])]
    package.products = []
    package.targets.removeAll { $0.isTest || $0.type == .plugin || $0.type == .executable || $0.name == "BuiltInCatalog" }
    for target in package.targets where target.name == "CatalogSource" { target.swiftSettings = testable }
    let fuzzed: [Target.Dependency] = [
        "Reports", "Documents", "Search", "Decision", "Parenting", "CatalogSource", "JSON", "Options", "Catalog", "Language", "Storage",
    ]
    package.targets += [
        .target(name: "BuiltInCatalog", dependencies: ["Catalog", "Storage"], path: "Tests/Fuzzing/WithoutCatalog"),
        .target(
            name: "wegwijzer", dependencies: fuzzed + ["BuiltInCatalog"], exclude: ["Wegwijzer.swift"],
            swiftSettings: testable),
        .target(name: "Fuzzing", dependencies: ["CatalogSource", "Catalog", "Storage"], path: "Tests/Fuzzing/Shared"),
    ]
    package.targets += ["FuzzQuestion", "FuzzOptions", "FuzzJSON", "FuzzSnapshot", "FuzzDecision"].map { name in
        .executableTarget(name: name, dependencies: fuzzed + ["Fuzzing", "wegwijzer"], path: "Tests/\(name)")
    }
}
