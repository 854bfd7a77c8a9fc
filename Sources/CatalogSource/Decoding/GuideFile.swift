import Catalog
import JSON

/// The words that a guide's items may use for closed lists.
struct GuideWords {
    var sources: [String]
    var settings: [String]
    /// Whom an item is about, of what sort it is, and the target groups.
    var tags: [String]

    /// Of what sort an item can be.
    static let sorts = ["gemist", "cijfers", "beschermend", "risico"]
}

extension Guide {
    /// Reads a guide's file; faults go to the file.
    init(_ object: JSONObject, allowed: GuideWords) {
        self.init()
        title = object.text("title")
        about = object.text("about")
        var seen: Set<String> = []
        sections = object.objects("sections", required: true) { entry in
            var section = GuideSection()
            section.id = entry.text("id")
            section.title = entry.text("title")
            section.intro = entry.optionalText("intro")
            section.items = entry.objects("items", required: true) { item in
                let read = GuideItem(item, allowed: allowed)
                if !read.id.isEmpty, !seen.insert(read.id).inserted { item.report("het id \"\(read.id)\" staat er twee keer in", at: "id") }
                return read
            }
            return section
        }
        leadsTo = object.texts("leadsTo")
    }
}

extension GuideItem {
    init(_ object: JSONObject, allowed: GuideWords) {
        self.init()
        id = object.text("id")
        text = object.text("text")
        source = object.choice("source", of: allowed.sources)
        page = object.page()
        pageEnd = object.optionalPage("pageEnd")
        tags = object.choices("tags", of: allowed.tags)
        settings = object.choices("settings", of: allowed.settings)
        ages = object.objects("ages") { AgeRange($0) }
        tools = object.texts("tools")
        figures = object.optionalText("figures")
        remark = object.optionalText("remark")
    }
}
