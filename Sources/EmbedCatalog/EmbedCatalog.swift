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
                // The directory, not its files: so that an added or a removed file counts too.
                inputFiles: [catalogue],
                outputFiles: [output])
        ]
    }
}
