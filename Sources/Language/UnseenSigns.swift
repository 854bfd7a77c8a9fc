extension Unicode.Scalar {
    /// Whether it steers a terminal, changes how a line is shown without being seen, or is no character at all: no text of the catalogue has it, and no
    /// output writes it.
    public var isUnseen: Bool {
        switch value {
        // Controls; Arabic and Mongolian marks; marks of width nothing, line and paragraph separators, changes of direction; the byte-order mark.
        case 0..<0x20, 0x7F...0x9F, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        // Notes between lines, and tags.
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        // What Unicode keeps from being characters; XML allows no U+FFFE.
        case 0xFDD0...0xFDEF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
