extension Range where Bound: BinaryInteger {
    /// The first of which something is not true, where all of which it is true come before the others; the end when it is true of all.
    @inlinable
    public func partitioningIndex<Failure: Error>(
        where isBefore: (Bound) throws(Failure) -> Bool
    ) throws(Failure) -> Bound {
        var (low, high) = (lowerBound, upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if try isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
