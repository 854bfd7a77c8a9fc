/// How high a row must be for the text in it: not every program that opens a workbook works it out.
///
/// It is written as a height that nobody chose, so that the row follows when someone changes the text or the width.
package enum RowHeight {
    /// What one line takes, and what a row can be at most, in points.
    static let line = 15
    static let highest = 409

    /// In how many lines a cell shows a text, estimated from how wide the letters of Calibri are.
    /// - Parameter width: of the column, in digits.
    package static func lines(_ text: String, width: Int, isBold: Bool = false) -> Int {
        // A digit is 7 pixels on the grid and a little more in print; 5 pixels are margin.
        let room = max(100, (width * 94 - 70) * (isBold ? 96 : 100) / 100)
        var lines = 1
        // How far the line is, and how much of that is its last word, in hundredths of a digit.
        var used = 0
        var word = 0
        for byte in text.utf8 {
            switch byte {
            // The rest of a character of several bytes.
            case 0x80..<0xC0: continue
            case 0x0A:
                lines += 1
                (used, word) = (0, 0)
            case 0x20:
                // A space at the end of a line takes no room on the next.
                used += widths[0]
                word = 0
            default:
                let width = (0x20..<0x7F).contains(byte) ? widths[Int(byte) - 0x20] : 100
                used += width
                word += width
                guard used > room else { continue }
                lines += 1
                // The word goes to the next line, or only this letter when the word is longer than a line.
                if word == used { word = width }
                used = word
            }
        }
        return lines
    }

    /// How wide the characters of ASCII are in Calibri, from the space on, in hundredths of a digit.
    private static let widths = [
        45, 64, 79, 98, 100, 141, 135, 44, 60, 60, 98, 98, 49, 60, 50, 76, 100, 100, 100, 100, 100, 100, 100, 100,
        100, 100, 53, 53, 98, 98, 98, 91, 176, 114, 107, 105, 121, 96, 91, 124, 123, 50, 63, 103, 83, 169, 127, 131,
        102, 133, 107, 91, 96, 127, 112, 176, 102, 96, 92, 61, 76, 61, 98, 98, 57, 95, 104, 83, 104, 98, 60, 93,
        104, 45, 47, 90, 45, 158, 104, 104, 104, 104, 69, 77, 66, 104, 89, 141, 85, 89, 78, 62, 91, 62, 98,
    ]
}
