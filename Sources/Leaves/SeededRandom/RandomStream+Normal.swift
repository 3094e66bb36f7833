extension RandomStream {
    /// A draw from the standard normal distribution: the inverse of its distribution function at
    /// a uniform draw, so one index is one number and nothing has to be remembered.
    ///
    /// Wichura's algorithm AS 241 (PPND16, 1988), good to 1e-15 of the result. Never beyond ±8.3.
    @inlinable public func normal(at index: UInt64) -> Double {
        // Half a step off the grid: never 0 or 1, and symmetric about 1/2.
        let q = (Double(bits(at: index) >> 11) + 0.5) * 0x1p-53 - 0.5
        return RandomStream.normalQuantile(offCenter: q)
    }

    /// The number below which a standard normal draw lies with probability `q` + 1/2.
    @inlinable static func normalQuantile(offCenter q: Double) -> Double {
        if abs(q) <= 0.425 {
            let r = 0.180625 - q * q
            let r2 = r * r
            let r4 = r2 * r2
            let top =
                ((3.3871328727963666080e0 + r * 1.3314166789178437745e2)
                    + r2 * (1.9715909503065514427e3 + r * 1.3731693765509461125e4))
                + r4
                * ((4.5921953931549871457e4 + r * 6.7265770927008700853e4)
                    + r2 * (3.3430575583588128105e4 + r * 2.5090809287301226727e3))
            let bottom =
                ((1 + r * 4.2313330701600911252e1)
                    + r2 * (6.8718700749205790830e2 + r * 5.3941960214247511077e3))
                + r4
                * ((2.1213794301586595867e4 + r * 3.9307895800092710610e4)
                    + r2 * (2.8729085735721942674e4 + r * 5.2264952788528545610e3))
            return q * top / bottom
        }
        let tail = (-PlainMath.log(q < 0 ? 0.5 + q : 0.5 - q)).squareRoot()
        let size = tail <= 5 ? nearTail(tail - 1.6) : farTail(tail - 5)
        return q < 0 ? -size : size
    }

    @inlinable static func nearTail(_ r: Double) -> Double {
        let top =
            ((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r
                + 2.41780725177450611770e-1) * r + 1.27045825245236838258e0) * r
                + 3.64784832476320460504e0) * r + 5.76949722146069140550e0) * r
                + 4.63033784615654529590e0) * r + 1.42343711074968357734e0
        let bottom =
            ((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r
                + 1.51986665636164571966e-2) * r + 1.48103976427480074590e-1) * r
                + 6.89767334985100004550e-1) * r + 1.67638483018380384940e0) * r
                + 2.05319162663775882187e0) * r + 1
        return top / bottom
    }

    @inlinable static func farTail(_ r: Double) -> Double {
        let top =
            ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r
                + 1.24266094738807843860e-3) * r + 2.65321895265761230930e-2) * r
                + 2.96560571828504891230e-1) * r + 1.78482653991729133580e0) * r
                + 5.46378491116411436990e0) * r + 6.65790464350110377720e0
        let bottom =
            ((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r
                + 1.84631831751005468180e-5) * r + 7.86869131145613259100e-4) * r
                + 1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r
                + 5.99832206555887937690e-1) * r + 1
        return top / bottom
    }
}
