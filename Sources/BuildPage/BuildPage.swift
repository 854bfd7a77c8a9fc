import Foundation
import PackagePlugin

/// `swift package wegwijzer-page` makes one HTML file that holds everything: the engine as WebAssembly, the catalogue and the page.
///
/// The engine is compiled by the compiler itself rather than by a build within the build: that takes half the time, and only so can the
/// linker see all modules at once (LTO), which makes the engine a tenth smaller.
@main
struct BuildPage: CommandPlugin {
    private static let triple = "wasm32-unknown-none-wasm"
    /// What the page calls.
    private static let exports = ["allocate", "free", "load", "ask", "output", "output_size"]
    /// As the package's own settings have it, and small rather than quick.
    private static let compilerOptions = [
        "-target", triple, "-swift-version", "6", "-enable-experimental-feature", "Embedded", "-wmo", "-Osize", "-lto=llvm-full",
        "-parse-as-library", "-suppress-warnings", "-enforce-exclusivity=unchecked", "-enable-upcoming-feature", "ExistentialAny",
        "-enable-experimental-feature",
        "BuiltinModule", "-enable-experimental-feature", "AllowRuntimeSymbolDeclarations", "-Xfrontend", "-disable-stack-protector",
        "-Xllvm",
        "-inline-threshold=-50",
    ]
    /// The default stack of 64 KB is too small for what calls itself; without entry the module is a library.
    private static let linkerOptions = [
        "--no-entry", "--gc-sections", "--stack-first", "-z", "stack-size=1048576", "--strip-all", "-O2", "--lto-O2", "-mllvm",
        "-inline-threshold=-50",
    ]

    func performCommand(context: PluginContext, arguments: [String]) throws {
        let output = try output(arguments, in: context)
        guard (try? context.tool(named: "gzip")) != nil else { throw Failure("de pagina heeft gzip nodig; installeer dat eerst") }
        let compiler = try context.tool(named: "swiftc").url
        let library = try unicodeTables(compiler)
        let folder = context.pluginWorkDirectoryURL
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)

        var objects: [URL] = []
        for module in try modules(of: context.package) {
            let object = folder.appending(path: "\(module.name).o")
            try compile(module, to: object, compiler)
            objects.append(object)
        }
        let engine = folder.appending(path: "engine.wasm")
        let exports = BuildPage.exports.map { "--export-if-defined=wegwijzer_\($0)" }
        try run(
            context.tool(named: "wasm-ld").url,
            BuildPage.linkerOptions + exports + (objects + [library]).map { path($0) } + ["-o", path(engine)],
            orFailWith: "de motor van de pagina kon niet gekoppeld worden")
        let package = context.package.directoryURL
        try run(
            builder(),
            [package.appending(path: "Catalog"), engine, package.appending(path: "Sources/BuildPage/Page"), output].map { path($0) },
            orFailWith: "de pagina kon niet gemaakt worden")
        let size = try FileManager.default.attributesOfItem(atPath: path(output))[.size] as? Int ?? 0
        print("\(path(output)): \((size + 500) / 1000) kB")
    }

    /// The tool that puts the page together.
    private func builder() throws -> URL {
        let result = try packageManager.build(.product("PageBuilder"), parameters: .init())
        guard result.succeeded, let tool = result.builtArtifacts.first(where: { $0.url.lastPathComponent.hasPrefix("PageBuilder") }) else {
            throw Failure("het hulpprogramma van de pagina kon niet gebouwd worden:\n\(result.logText)")
        }
        return tool.url
    }

    /// Where the page is to stand: among what is built, unless another place is given.
    private func output(_ arguments: [String], in context: PluginContext) throws -> URL {
        var extractor = ArgumentExtractor(arguments)
        let paths = extractor.extractOption(named: "uit")
        guard extractor.remainingArguments.isEmpty, paths.count <= 1 else {
            throw Failure("gebruik: swift package wegwijzer-page [--uit PAD]")
        }
        guard let path = paths.first else {
            let build = context.package.directoryURL.appending(path: ".build")
            // It is missing when the package is built elsewhere.
            try FileManager.default.createDirectory(at: build, withIntermediateDirectories: true)
            return build.appending(path: "wegwijzer.html")
        }
        return URL(filePath: path, relativeTo: URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory))
            .absoluteURL
    }

    /// The engine and all it depends on, each after what it depends on.
    private func modules(of package: Package) throws -> [any SourceModuleTarget] {
        let engine = try package.targets(named: ["Engine"])
        let targets = engine.flatMap { $0.recursiveTargetDependencies } + engine
        return targets.compactMap { $0 as? any SourceModuleTarget }
    }

    private func compile(_ module: any SourceModuleTarget, to object: URL, _ compiler: URL) throws {
        let folder = object.deletingLastPathComponent()
        let interface = folder.appending(path: "\(module.moduleName).swiftmodule")
        // Always in one order, so that the same sources make the same module.
        let sources = module.sourceFiles(withSuffix: "swift").map { path($0.url) }.sorted()
        try run(
            compiler,
            BuildPage.compilerOptions + ["-package-name", "wegwijzer", "-module-name", module.moduleName, "-I", path(folder)]
                + ["-emit-module", "-emit-module-path", path(interface), "-c", "-o", path(object)] + sources,
            orFailWith: "\(module.name) kon niet voor de browser vertaald worden")
    }

    /// The toolchain's library of Unicode tables for WebAssembly.
    private func unicodeTables(_ compiler: URL) throws -> URL {
        struct Info: Decodable {
            struct Paths: Decodable { var runtimeResourcePath: String }
            var paths: Paths
        }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = compiler
        process.arguments = ["-print-target-info"]
        process.standardOutput = pipe
        try process.run()
        let answer = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let resources = URL(filePath: try JSONDecoder().decode(Info.self, from: answer).paths.runtimeResourcePath)
        let library = resources.appending(path: "embedded/\(BuildPage.triple)/libswiftUnicodeDataTables.a")
        guard FileManager.default.fileExists(atPath: path(library)) else {
            throw Failure("deze Swift-toolchain kan geen pagina bouwen: de Embedded-bibliotheek ontbreekt (\(path(library)))")
        }
        return library
    }

    private func run(_ tool: URL, _ arguments: [String], orFailWith message: String) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else { throw Failure(message) }
    }

    private func path(_ url: URL) -> String { url.path(percentEncoded: false) }

    /// What went wrong, in Dutch.
    private struct Failure: Error, CustomStringConvertible {
        var description: String
        init(_ description: String) { self.description = description }
    }
}
