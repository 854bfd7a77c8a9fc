import Catalog
import Decision

extension CatalogData {
    /// Everything beside the tools that a question can lead to, with the texts that it is found by.
    var pointers: [(pointer: Pointer, texts: [String])] {
        let commands = ["signalen", "gesprek", "factoren", "praktijk"]
        var pointers: [(pointer: Pointer, texts: [String])] = []
        for (guide, command) in zip(guides, commands) {
            for section in guide.sections {
                let pointer = Pointer(label: "\(guide.title): \(section.title)", command: "wegwijzer \(command) \"\(section.title)\"")
                pointers.append((pointer, [section.title, section.title] + section.items.map { $0.text }))
            }
        }
        for group in lifeDomains.groups {
            for domain in group.domains {
                let pointer = Pointer(
                    label: "Levensdomein \(domain.name) (\(group.name))", command: "wegwijzer domeinen \"\(domain.name)\"")
                pointers.append((pointer, [domain.name, domain.name] + domain.parts))
            }
        }
        for element in cooperation.elements where !element.summaries.isEmpty {
            let pointer = Pointer(label: "Samenwerken: \(element.name)", command: "wegwijzer samenwerken --element \(element.id)")
            pointers.append((pointer, [element.name, element.name]))
        }
        for project in cooperation.projects {
            let pointer = Pointer(label: "Project: \(project.name)", command: "wegwijzer samenwerken --project \(project.number)")
            pointers.append((pointer, [project.name, project.name, project.theme ?? "", project.targetGroup ?? ""]))
        }
        for background in decision.backgrounds {
            let pointer = Pointer(label: "Achtergrond: \(background.title)", command: "wegwijzer beslis --achtergrond \(background.id)")
            pointers.append((pointer, [background.title, background.title]))
        }
        return pointers
    }
}
