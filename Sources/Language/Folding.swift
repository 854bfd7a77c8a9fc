/// Folding: what remains of a letter when case and accents do not matter.
///
/// A small table of our own, because the core does without Foundation.
public enum Folding {
    /// Letters of the Latin alphabets that Dutch texts and names use, by what they fold to.
    private static func ascii(_ scalar: Unicode.Scalar) -> StaticString? {
        switch scalar.value {
        case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
        case 0xC6, 0xE6: "ae"
        case 0xC7, 0xE7, 0x106...0x10D: "c"
        case 0x10E...0x111: "d"
        case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
        case 0x11C...0x123: "g"
        case 0x124...0x127: "h"
        case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
        case 0x132, 0x133: "ij"
        case 0x134, 0x135: "j"
        case 0x136...0x138: "k"
        case 0x139...0x142: "l"
        case 0xD1, 0xF1, 0x143...0x14B: "n"
        case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
        case 0x152, 0x153: "oe"
        case 0x154...0x159: "r"
        case 0x15A...0x161, 0x218, 0x219: "s"
        case 0xDF: "ss"
        case 0x162...0x167, 0x21A, 0x21B: "t"
        case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
        case 0x174, 0x175: "w"
        case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
        case 0x179...0x17E: "z"
        default: nil
        }
    }

    /// Appends the folded letter or digit to `bytes`; says whether it was one.
    @discardableResult
    package static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A:
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            return true
        case 0x41...0x5A:
            bytes.append(UInt8(truncatingIfNeeded: scalar.value + 32))
            return true
        case 0..<0x80: return false
        // Combining marks: an accent written apart is an accent all the same. Invisible joiners likewise.
        case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0xFEFF: return !bytes.isEmpty
        default: break
        }
        if let letters = ascii(scalar) {
            letters.withUTF8Buffer { bytes.append(contentsOf: $0) }
            return true
        }
        return appendForeign(scalar, to: &bytes)
    }

    /// The rest of `append`, apart: its types are made at run time, which text in the alphabet need not wait for.
    @inline(never)
    private static func appendForeign(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return false }
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        return true
    }

    /// Only the letters and digits of a text, folded: “M@ZL” and “mzl” are one name.
    public static func letters(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
        return bytes
    }
}
