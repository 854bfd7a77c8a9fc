/// Ends the fuzzer with a message, unless something holds that must hold for every input.
public func require(_ holds: Bool, _ property: @autoclosure () -> String) {
    if !holds { fatalError("broken: \(property())") }
}

/// Ends the fuzzer when something cannot fail and does.
public func certain<Value, Failure>(_ what: StaticString, _ work: () throws(Failure) -> Value) -> Value {
    do throws(Failure) { return try work() } catch { fatalError("broken: \(what): \(error)") }
}
