import Foundation
import PackagePlugin

/// Puts the catalogue into the program: a change of any file in `Catalog` builds the snapshot anew, and a fault in one stops the build.
@main
struct EmbedCatalog: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let catalogue = context.package.directoryURL.appending(path: "Catalog")
        let output = context.pluginWorkDirectoryURL.appending(path: "Snapshot.swift")
        return [
            .buildCommand(
                displayName: "Catalogus controleren en inbouwen",
                executable: try context.tool(named: "CatalogCompiler").url,
                arguments: [catalogue.path(percentEncoded: false), output.path(percentEncoded: false)],
                // A changed file makes the command run again; an added or removed one makes the build be planned again, by the link in the target.
                inputFiles: files(below: catalogue),
                outputFiles: [output])
        ]
    }

    private func files(below directory: URL) -> [URL] {
        let names = FileManager.default.enumerator(atPath: directory.path(percentEncoded: false))
        return (names?.compactMap { $0 as? String } ?? []).sorted().filter { $0.hasSuffix(".json") }.map { directory.appending(path: $0) }
    }
}
