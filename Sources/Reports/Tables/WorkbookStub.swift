extension TabularReport { public func xlsx(date: String) -> [UInt8] { [] } }
