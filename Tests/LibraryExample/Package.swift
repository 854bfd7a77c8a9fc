// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "LibraryExample",
    dependencies: [.package(name: "wegwijzer", path: "../..")],
    targets: [
        .executableTarget(
            name: "LibraryExample",
            dependencies: ["BuiltInCatalog", "Catalog", "Search", "Decision", "Reports"].map { .product(name: $0, package: "wegwijzer") },
            path: "Sources")
    ]
)
