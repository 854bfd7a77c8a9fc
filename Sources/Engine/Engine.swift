import Catalog
import Search
import Storage

/// The core as a browser calls it: bytes in, bytes out.
///
/// All calls are made by one thread; the module has no imports, so that it can neither read nor send anything.
final class Engine {
    /// What answers from the catalogue in use; set by `load`.
    nonisolated(unsafe) private static var answering: Answering?
    /// The last answer, kept until the next call.
    nonisolated(unsafe) private static var output: [UInt8] = []

    /// Uses a snapshot, which is read where it lies as long as the engine lives.
    static func load(_ bytes: UnsafeRawBufferPointer) -> Bool {
        do throws(SnapshotError) {
            let snapshot = try Snapshot(Bytes(bytes))
            try snapshot.verify()
            answering = Answering(search: Search(snapshot))
            return true
        } catch {
            output = Array(error.message.utf8)
            return false
        }
    }

    /// Answers a request; see `Request` for its form.
    /// - Returns: the status with which the terminal program would end.
    static func ask(_ request: UnsafeRawBufferPointer) -> UInt32 {
        let response = answering?.answer(Request(request)) ?? Response(.invalidCatalog, "er is geen catalogus geladen")
        output = Array(response.text.utf8)
        return response.status.rawValue
    }

    /// Where the last output stands, and its size.
    static func withOutput<Value>(_ use: (UnsafeBufferPointer<UInt8>) -> Value) -> Value { output.withUnsafeBufferPointer(use) }
}

#if arch(wasm32)
    /// Memory for the caller to write a request or a snapshot into.
    @c(wegwijzer_allocate) public func allocate(_ size: UInt32) -> UnsafeMutableRawPointer? {
        UnsafeMutableRawPointer.allocate(byteCount: Int(size), alignment: 16)
    }

    /// Gives back what `wegwijzer_allocate` gave.
    @c(wegwijzer_free) public func deallocate(_ pointer: UnsafeMutableRawPointer?) { pointer?.deallocate() }

    /// Uses a snapshot; 1 when it is sound, 0 when the output says what is wrong with it. Its bytes must stay where they are.
    @c(wegwijzer_load) public func load(_ start: UnsafeRawPointer?, _ size: UInt32) -> UInt32 {
        Engine.load(UnsafeRawBufferPointer(start: start, count: Int(size))) ? 1 : 0
    }

    /// Answers a request, and says how it ended; the output holds the answer.
    @c(wegwijzer_ask) public func ask(_ start: UnsafeRawPointer?, _ size: UInt32) -> UInt32 {
        Engine.ask(UnsafeRawBufferPointer(start: start, count: Int(size)))
    }

    @c(wegwijzer_output) public func output() -> UnsafeRawPointer? { Engine.withOutput { UnsafeRawPointer($0.baseAddress) } }

    @c(wegwijzer_output_size) public func outputSize() -> UInt32 { Engine.withOutput { UInt32($0.count) } }
#endif
