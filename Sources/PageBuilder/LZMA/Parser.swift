extension LZMA {
    /// Chooses the packets that take the fewest bits.
    ///
    /// It looks ahead for as long as the ways to write the next bytes do not meet, weighs all of them by what each packet would take by now,
    /// writes the cheapest, and goes on from there: the optimal parsing of the LZMA SDK.
    struct Parser {
        private(set) var encoder: PacketEncoder
        private(set) var packets: [Packet] = []

        private let bytes: [UInt8]
        private let matches: MatchList
        private var prices: Prices
        private var packetsUntilRefresh = 0
        /// What is known of the next bytes: the cheapest way to get to each.
        private var nodes: [Node]
        /// The furthest node that is reached.
        private var end = 0
        private var start = 0

        /// The cheapest way found to get to a position.
        private struct Node {
            var price = Prices.infinite
            /// The node before it.
            var from: Int32 = 0
            /// The packet from there.
            var packet = Packet.literal
            /// If not 0: how many bytes the last distance then gives again, after a literal.
            var tail: Int32 = 0
            var history = History()
        }

        /// How far to look ahead.
        private static let window = 4096
        private static let refreshInterval = 32

        init(_ bytes: [UInt8], _ matches: MatchList, _ properties: Properties) {
            self.bytes = bytes
            self.matches = matches
            encoder = PacketEncoder(bytes, properties)
            prices = Prices(properties)
            nodes = Array(repeating: Node(), count: Parser.window + 2 * Int(Packet.longest) + 2)
        }

        /// Chooses and writes all packets.
        mutating func run() {
            while encoder.position < bytes.count {
                if packetsUntilRefresh <= 0 {
                    prices.refresh(encoder)
                    packetsUntilRefresh = Parser.refreshInterval
                }
                if let packet = longestPacket(encoder.position, encoder.history) {
                    write(packet)
                } else {
                    writeWay(to: lookAhead())
                }
            }
        }

        private mutating func write(_ packet: Packet) {
            encoder.encode(packet)
            packets.append(packet)
            packetsUntilRefresh -= 1
        }

        private mutating func writeWay(to last: Int) {
            var way: [Int] = []
            var index = last
            while index > 0 {
                way.append(index)
                index = Int(nodes[index].from)
            }
            for index in way.reversed() {
                let node = nodes[index]
                write(node.packet)
                if node.tail > 0 {
                    if !node.packet.isLiteral { write(.literal) }
                    write(Packet(length: node.tail, source: 0))
                }
            }
        }

        /// A packet that is as long as one can be: there is nothing better to look for.
        private func longestPacket(_ position: Int, _ history: History) -> Packet? {
            for index in 0..<4 where commonLength(position, history.distances[index]) == Int(Packet.longest) {
                return Packet(length: Packet.longest, source: Int32(index))
            }
            guard let longest = matches.indices(at: position).last.map({ matches.matches[$0] }), longest.length == Packet.longest else {
                return nil
            }
            return Packet(length: longest.length, source: longest.distance + Packet.newDistance)
        }

        /// How many bytes are as they are a distance back.
        @inline(__always)
        private func commonLength(_ position: Int, _ distance: Int32) -> Int {
            var earlier = position - Int(distance) - 1
            if earlier < 0 { return 0 }
            var current = position
            let end = min(bytes.count, position + Int(Packet.longest))
            while current < end, bytes[current] == bytes[earlier] {
                current += 1
                earlier += 1
            }
            return current - position
        }

        // MARK: Looking ahead

        /// Weighs ways from here until all meet, and gives the node where they do.
        private mutating func lookAhead() -> Int {
            start = encoder.position
            end = 0
            nodes[0] = Node(price: 0, history: encoder.history)
            var index = 0
            while true {
                weighPackets(from: index)
                index += 1
                nodes[index].history = history(at: index)
                let position = start + index
                if index == end || index >= Parser.window || longestPacket(position, nodes[index].history) != nil { return index }
            }
        }

        private func history(at index: Int) -> History {
            let node = nodes[index]
            var history = nodes[Int(node.from)].history
            history.append(node.packet)
            if node.tail > 0 {
                if !node.packet.isLiteral { history.appendLiteral() }
                history.append(Packet(length: node.tail, source: 0))
            }
            return history
        }

        /// Takes a way to a node if it is the cheapest until now.
        @inline(__always)
        private mutating func offer(_ index: Int, _ price: UInt32, from: Int, _ packet: Packet, tail: Int32 = 0) {
            while end < index {
                end += 1
                nodes[end].price = Prices.infinite
            }
            if price < nodes[index].price {
                nodes[index].price = price
                nodes[index].from = Int32(from)
                nodes[index].packet = packet
                nodes[index].tail = tail
            }
        }

        private mutating func weighPackets(from index: Int) {
            let node = nodes[index]
            let position = start + index
            let positionState = encoder.positionState(position)
            let state = Int(node.history.state)
            let isMatch = Place.isMatch + state << 4 + positionState
            weighLiteral(from: index, node.history, node.price + prices.bit(0, encoder, isMatch))
            let price = node.price + prices.bit(1, encoder, isMatch)
            weighRepeated(from: index, node.history, price + prices.bit(1, encoder, Place.isRepeated + state))
            weighMatches(from: index, node.history, price + prices.bit(0, encoder, Place.isRepeated + state))
        }

        private mutating func weighLiteral(from index: Int, _ history: History, _ price: UInt32) {
            let position = start + index
            let price = price + prices.literal(position, history, encoder)
            offer(index + 1, price, from: index, .literal)
            var after = history
            after.appendLiteral()
            weighTail(at: position + 1, after, price, from: index, .literal)
        }

        /// The last distance once more at a position, after a packet and mostly a literal.
        private mutating func weighTail(at position: Int, _ history: History, _ price: UInt32, from: Int, _ packet: Packet) {
            let length = commonLength(position, history.distances.x)
            if length < Int(Packet.shortest) { return }
            let positionState = encoder.positionState(position)
            let state = Int(history.state)
            let price =
                price + prices.bit(1, encoder, Place.isMatch + state << 4 + positionState)
                + prices.bit(1, encoder, Place.isRepeated + state)
                + repeatedPrice(0, history, positionState) + prices.repeatedLength(length, positionState)
            offer(position - start + length, price, from: from, packet, tail: Int32(length))
        }

        /// A literal after a packet, and the last distance once more.
        private mutating func weighLiteralAndTail(after packet: Packet, _ history: History, _ price: UInt32, from: Int) {
            let position = start + from + Int(packet.length)
            if position + Int(Packet.shortest) >= bytes.count { return }
            var after = history
            after.append(packet)
            if commonLength(position + 1, after.distances.x) < Int(Packet.shortest) { return }
            let isMatch = Place.isMatch + Int(after.state) << 4 + encoder.positionState(position)
            let price = price + prices.bit(0, encoder, isMatch) + prices.literal(position, after, encoder)
            after.appendLiteral()
            weighTail(at: position + 1, after, price, from: from, packet)
        }

        /// Which of the last distances it is.
        private func repeatedPrice(_ source: Int, _ history: History, _ positionState: Int) -> UInt32 {
            let state = Int(history.state)
            if source == 0 {
                return prices.bit(0, encoder, Place.isNotLast + state)
                    + prices.bit(1, encoder, Place.isLong + state << 4 + positionState)
            }
            let price = prices.bit(1, encoder, Place.isNotLast + state)
            if source == 1 { return price + prices.bit(0, encoder, Place.isNotSecond + state) }
            return price + prices.bit(1, encoder, Place.isNotSecond + state)
                + prices.bit(source == 2 ? 0 : 1, encoder, Place.isNotThird + state)
        }

        private mutating func weighRepeated(from index: Int, _ history: History, _ price: UInt32) {
            let position = start + index
            let positionState = encoder.positionState(position)
            let state = Int(history.state)
            for source in 0..<4 {
                let length = commonLength(position, history.distances[source])
                if length == 0 { continue }
                if source == 0 {
                    let short =
                        price + prices.bit(0, encoder, Place.isNotLast + state)
                        + prices.bit(0, encoder, Place.isLong + state << 4 + positionState)
                    offer(index + 1, short, from: index, Packet(length: 1, source: 0))
                }
                if length < Int(Packet.shortest) { continue }
                let price = price + repeatedPrice(source, history, positionState)
                for shorter in Int(Packet.shortest)...length {
                    let packet = Packet(length: Int32(shorter), source: Int32(source))
                    offer(index + shorter, price + prices.repeatedLength(shorter, positionState), from: index, packet)
                }
                let packet = Packet(length: Int32(length), source: Int32(source))
                weighLiteralAndTail(after: packet, history, price + prices.repeatedLength(length, positionState), from: index)
            }
        }

        private mutating func weighMatches(from index: Int, _ history: History, _ price: UInt32) {
            let position = start + index
            let positionState = encoder.positionState(position)
            var length = Int(Packet.shortest)
            for match in matches.indices(at: position) {
                let match = matches.matches[match]
                let source = match.distance + Packet.newDistance
                var full: UInt32 = 0
                while length <= Int(match.length) {
                    full = price + prices.length(length, positionState) + prices.distance(Int(match.distance), length: length)
                    offer(index + length, full, from: index, Packet(length: Int32(length), source: source))
                    length += 1
                }
                weighLiteralAndTail(after: Packet(length: match.length, source: source), history, full, from: index)
            }
        }
    }
}
