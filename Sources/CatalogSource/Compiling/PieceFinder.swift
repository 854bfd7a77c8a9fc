import Catalog

/// Finds what a text has in common with the dictionary.
struct PieceFinder {
    private static let shortest = Int(PackedSnapshot.shortestReference)
    /// No more places than these are compared for one piece.
    private static let mostPlaces = 64

    private let dictionary: [UInt8]
    /// The last place at which some bytes begin, by their hash; and for each place the one before it. Zero: none; else one more than the place.
    private var last: [UInt32]
    private var earlier: [UInt32]
    /// Where the last reference ended.
    private var place = 0

    init(_ dictionary: [UInt8]) {
        self.dictionary = dictionary
        last = [UInt32](repeating: 0, count: 1 << 16)
        earlier = [UInt32](repeating: 0, count: dictionary.count)
        guard dictionary.count >= PieceFinder.shortest else { return }
        for place in 0...dictionary.count - PieceFinder.shortest {
            let hash = PieceFinder.hash(dictionary, place)
            earlier[place] = last[hash]
            last[hash] = UInt32(place + 1)
        }
    }

    private static func hash(_ bytes: [UInt8], _ place: Int) -> Int {
        var hash: UInt32 = 0x811c_9dc5
        for byte in bytes[place..<place + shortest] { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int((hash ^ hash >> 16) & 0xFFFF)
    }

    /// Writes a text, what the dictionary has of it by reference.
    mutating func pack(_ text: [UInt8], into streams: inout PackedStreams) {
        var start = 0
        while text.count - start >= PieceFinder.shortest {
            let found = next(in: text, from: start)
            let end = found?.start ?? text.count
            streams.append(UInt32(end - start), to: .runs)
            streams.append(text[start..<end], to: .texts)
            start = end
            guard let found else { return }
            streams.append(UInt32(text.count - start - found.size), to: .rests)
            let distance = found.place - place
            streams.append(UInt32(abs(distance)) << 1 | (distance < 0 ? 1 : 0), to: .places)
            start += found.size
            place = found.place + found.size
        }
        streams.append(text[start...], to: .texts)
    }

    /// The first piece of a text that the dictionary has.
    private func next(in text: [UInt8], from start: Int) -> (start: Int, place: Int, size: Int)? {
        for start in start...text.count - PieceFinder.shortest {
            if let (place, size) = longest(of: text, at: start) { return (start, place, size) }
        }
        return nil
    }

    /// Where the dictionary has most of what begins at a place in a text; of equals the nearest.
    private func longest(of text: [UInt8], at start: Int) -> (place: Int, size: Int)? {
        var best: (place: Int, size: Int)?
        var next = last[PieceFinder.hash(text, start)]
        var compared = 0
        while next > 0, compared < PieceFinder.mostPlaces {
            let place = Int(next) - 1
            next = earlier[place]
            let size = shared(text, start, place)
            guard size >= PieceFinder.shortest else { continue }
            compared += 1
            let isBetter = best.map { size > $0.size || size == $0.size && abs(place - self.place) < abs($0.place - self.place) }
            if isBetter ?? true { best = (place, size) }
        }
        return best
    }

    private func shared(_ text: [UInt8], _ start: Int, _ place: Int) -> Int {
        var size = 0
        while start + size < text.count, place + size < dictionary.count, text[start + size] == dictionary[place + size] { size += 1 }
        return size
    }
}
