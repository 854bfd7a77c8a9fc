import Catalog
import Decision
import Search

/// The core as a browser calls it: bytes in, bytes out.
///
/// All calls are made by one thread; the module has no imports, so that it can neither read nor send anything.
final class Engine {
    /// The catalogue in use and its search; set by `load`.
    nonisolated(unsafe) private static var search: Search?
    /// The last answer, kept until the next call.
    nonisolated(unsafe) private static var output: [UInt8] = []

    /// Takes over a snapshot's bytes, which stay where they are.
    static func load(_ bytes: UnsafeRawBufferPointer) -> Bool {
        do throws(SnapshotError) {
            let snapshot = try Snapshot(Bytes(bytes))
            try snapshot.verify()
            search = try Search(snapshot)
            return true
        } catch {
            output = Array(error.message.utf8)
            return false
        }
    }

    /// The ids of the tools that answer a question, best first, one on a line.
    static func answer(_ question: UnsafeRawBufferPointer, limit: UInt32) {
        output = []
        guard let search else { return }
        do throws(SnapshotError) {
            let answer = try search.answer(search.read(String(decoding: question, as: UTF8.self)), limit: limit)
            for result in answer.results { write(result.tool.id) }
        } catch {
            output = Array(error.message.utf8)
        }
    }

    /// Where answers lead in the decision schema: the node's id, and the ids of its choices, one on a line.
    /// - Parameter answers: ids of choices, one on a line.
    static func decide(_ answers: UnsafeRawBufferPointer) {
        output = []
        guard let search else { return }
        do throws(SnapshotError) {
            let schema = try search.snapshot.record(.decision, as: DecisionSchema.self)
            guard var walk = try? Walk(schema) else { return }
            for answer in String(decoding: answers, as: UTF8.self).split(separator: "\n") {
                guard (try? walk.choose(String(answer))) != nil else { return }
            }
            for id in [walk.node.id] + schema.choices(at: walk.node).map({ $0.id }) { write(id) }
        } catch {
            output = Array(error.message.utf8)
        }
    }

    /// The phases and the questions of the guideline's tables that belong to a parenting question: their ids, one on a line.
    static func parenting(_ question: UnsafeRawBufferPointer) {
        output = []
        guard let search else { return }
        do throws(SnapshotError) {
            let tables = try search.snapshot.record(.parenting, as: ParentingTables.self)
            let question = try search.read(String(decoding: question, as: UTF8.self))
            let answer = tables.answer(about: tables.subjects(at: question.parenting), ages: question.ages)
            for id in answer.phases.map({ $0.id }) + answer.questions.map({ $0.id }) { write(id) }
        } catch {
            output = Array(error.message.utf8)
        }
    }

    private static func write(_ line: String) {
        output += Array(line.utf8)
        output.append(0x0A)
    }

    /// Where the last output stands, and its size.
    static func withOutput<Value>(_ use: (UnsafeBufferPointer<UInt8>) -> Value) -> Value { output.withUnsafeBufferPointer(use) }
}

#if arch(wasm32)
    /// Memory for the caller to write a question or a snapshot into.
    @c(wegwijzer_allocate) public func allocate(_ size: UInt32) -> UnsafeMutableRawPointer? {
        UnsafeMutableRawPointer.allocate(byteCount: Int(size), alignment: 16)
    }

    /// Gives back what `wegwijzer_allocate` gave.
    @c(wegwijzer_free) public func deallocate(_ pointer: UnsafeMutableRawPointer?) { pointer?.deallocate() }

    /// Uses a snapshot; 1 when it is sound, 0 when the output says what is wrong with it.
    @c(wegwijzer_load) public func load(_ start: UnsafeRawPointer?, _ size: UInt32) -> UInt32 {
        Engine.load(UnsafeRawBufferPointer(start: start, count: Int(size))) ? 1 : 0
    }

    /// Answers a question; the output holds the ids.
    @c(wegwijzer_answer) public func answer(_ start: UnsafeRawPointer?, _ size: UInt32, _ limit: UInt32) {
        Engine.answer(UnsafeRawBufferPointer(start: start, count: Int(size)), limit: limit)
    }

    /// Walks through the decision schema; the output holds the node and its choices.
    @c(wegwijzer_decide) public func decide(_ start: UnsafeRawPointer?, _ size: UInt32) {
        Engine.decide(UnsafeRawBufferPointer(start: start, count: Int(size)))
    }

    /// Looks a parenting question up in the guideline's tables; the output holds phases and questions.
    @c(wegwijzer_parenting) public func parenting(_ start: UnsafeRawPointer?, _ size: UInt32) {
        Engine.parenting(UnsafeRawBufferPointer(start: start, count: Int(size)))
    }

    @c(wegwijzer_output) public func output() -> UnsafeRawPointer? { Engine.withOutput { UnsafeRawPointer($0.baseAddress) } }

    @c(wegwijzer_output_size) public func outputSize() -> UInt32 { Engine.withOutput { UInt32($0.count) } }
#endif
