import JSON
import Language
import Search

extension Weights {
    /// Reads `ranking.json`; faults go to the file.
    init(_ object: JSONObject) {
        self.init()
        _ = object.text("about")
        let learned = object.text("learned")
        if !learned.isEmpty, CalendarDate(learned) == nil {
            object.report("een datum is JJJJ-MM-DD, en een dag die bestaat; typ bijvoorbeeld \"2026-11-21\"", at: "learned")
        }
        var weights = self
        object.object("weights", required: true) { list in
            for feature in Feature.allCases { weights[feature] = Int32(list.number(feature.id, allowed: -100_000...100_000)) }
        }
        self = weights
    }
}
