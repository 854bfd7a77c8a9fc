import Catalog

/// Ages in words.
public enum AgeText {
    /// “8 tot en met 12 jaar”, “12 tot en met 20 maanden”, “zwangerschap”, “vanaf 8 jaar”.
    public static func text(_ age: AgeRange) -> String {
        switch (age.from, age.to) {
        case (nil, nil): return "alle leeftijden"
        case (nil, let to?): return "tot \(bound(to))"
        case (let from?, nil): return from < 0 ? "vanaf de zwangerschap" : "vanaf \(bound(from))"
        case (let from?, let to?):
            if from < 0 {
                return to <= 0 ? "zwangerschap" : "zwangerschap tot \(bound(to))"
            }
            if from % 12 == 0, to % 12 == 0 {
                return to - from == 12 ? "\(from / 12) jaar" : "\(from / 12) tot en met \(to / 12 - 1) jaar"
            }
            if to - from == 1 { return months(from) }
            if to <= 36 { return "\(from) tot en met \(to - 1) maanden" }
            return "\(bound(from)) tot \(bound(to))"
        }
    }

    private static func bound(_ months: Int32) -> String {
        if months % 12 == 0 { return "\(months / 12) jaar" }
        if months < 24 { return self.months(months) }
        return months % 12 == 6 ? "\(months / 12),5 jaar" : "\(months / 12) jaar en \(self.months(months % 12))"
    }

    private static func months(_ count: Int32) -> String { count == 1 ? "1 maand" : "\(count) maanden" }
}
