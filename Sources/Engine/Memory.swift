// What the Embedded Swift runtime asks of a C library, for a module that has none.
#if arch(wasm32)
    import Builtin

    /// A simple allocator: blocks are powers of two, freed ones are kept in a list for each size, new ones are cut from the end of the memory.
    private enum Heap {
        /// What stands before each block: its size as a power of two.
        static let header: UInt = 16
        /// The first free block of each size. A free block holds the address of the next one.
        nonisolated(unsafe) static var free = [32 of UInt](repeating: 0)
        /// The memory not yet cut into blocks.
        nonisolated(unsafe) static var next: UInt = 0
        nonisolated(unsafe) static var end: UInt = 0

        static func allocate(_ size: UInt) -> UnsafeMutableRawPointer? {
            guard size < 1 << 30 else { return nil }
            var power = 5
            while UInt(1) << UInt(power) < size + header { power += 1 }
            var block = free[power]
            if block != 0, let pointer = UnsafeMutablePointer<UInt>(bitPattern: block + header) {
                free[power] = pointer.pointee
            } else {
                block = cut(UInt(1) << UInt(power))
            }
            guard block != 0 else { return nil }
            UnsafeMutablePointer<UInt>(bitPattern: block)?.pointee = UInt(power)
            return UnsafeMutableRawPointer(bitPattern: block + header)
        }

        static func deallocate(_ pointer: UnsafeMutableRawPointer) {
            let block = UInt(bitPattern: pointer) - header
            guard let power = UnsafeMutablePointer<UInt>(bitPattern: block)?.pointee, power < 32 else { return }
            UnsafeMutablePointer<UInt>(bitPattern: block + header)?.pointee = free[Int(power)]
            free[Int(power)] = block
        }

        /// A new block; zero when there is no memory left.
        private static func cut(_ size: UInt) -> UInt {
            if end - next < size {
                let page: UInt = 1 << 16
                let pages = (size + page - 1) / page
                let memory: Int32 = 0
                let first = Int32(Builtin.int_wasm_memory_grow_Int32(memory._value, Int32(pages)._value))
                guard first >= 0 else { return 0 }
                if UInt(first) * page != end { next = UInt(first) * page }
                end = UInt(first) * page + pages * page
            }
            next += size
            return next - size
        }
    }

    @c(posix_memalign) public func posixMemalign(
        _ pointer: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: UInt, _ size: UInt
    ) -> Int32 {
        // All blocks are aligned to sixteen bytes, which is as much as Swift's own types need.
        pointer.pointee = Heap.allocate(size)
        return pointer.pointee == nil ? 12 : 0
    }

    @c(free) public func free(_ pointer: UnsafeMutableRawPointer?) {
        if let pointer { Heap.deallocate(pointer) }
    }

    @c(memcmp) public func memcmp(_ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, _ count: UInt) -> Int32 {
        for index in 0..<Int(count) where first[index] != second[index] { return first[index] < second[index] ? -1 : 1 }
        return 0
    }

    /// Hashing needs no secret here: every reader has only its own questions.
    @c(arc4random_buf) public func arc4randomBuffer(_ pointer: UnsafeMutablePointer<UInt8>, _ count: UInt) {
        for index in 0..<Int(count) { pointer[index] = UInt8(truncatingIfNeeded: index &* 167 &+ 13) }
    }
#endif
