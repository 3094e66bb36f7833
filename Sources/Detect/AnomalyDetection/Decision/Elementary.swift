#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Elementary functions the standard library lacks, under names of ours.
enum Elementary {
    @inline(__always) static func logarithm(_ value: Double) -> Double { log(value) }
    @inline(__always) static func exponential(_ value: Double) -> Double { exp(value) }
    @inline(__always) static func power(_ base: Double, _ exponent: Double) -> Double {
        pow(base, exponent)
    }
    /// Complementary error function.
    @inline(__always) static func complementaryError(_ value: Double) -> Double { erfc(value) }
}
