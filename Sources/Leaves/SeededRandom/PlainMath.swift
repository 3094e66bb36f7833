/// Functions of a real number from sums, products, quotients and roots alone.
///
/// IEEE 754 fixes those to the last bit, and says nothing of exp, log and sin: each C library rounds
/// them in its own way. What has to be the same bytes on every machine is computed with these. Good
/// to about 1e-15 of the result, for arguments as simulations have them (|x| below 700 for `exp`).
public enum PlainMath {
    /// e to the power of `x`: 2^k times the series of the rest, which is at most ln 2 / 2.
    @inlinable public static func exp(_ x: Double) -> Double {
        let k = nearestInteger(x * 1.4426950408889634)
        // ln 2 in two parts, the first with zeros at its end, so that k times it is exact.
        let r = (x - k * 0x1.62e42fee00000p-1) - k * 1.9082149292705877e-10
        // Powers two by two: shorter chains than Horner's rule.
        let r2 = r * r
        let r4 = r2 * r2
        let a = (1 + r) + r2 * (0.5 + r * 0.16666666666666666)
        let b =
            (0.041666666666666664 + r * 0.008333333333333333)
            + r2 * (0.001388888888888889 + r * 0.0001984126984126984)
        let c =
            (2.48015873015873e-05 + r * 2.7557319223985893e-06)
            + r2 * (2.755731922398589e-07 + r * 2.505210838544172e-08)
        let d = 2.08767569878681e-09 + r * 1.6059043836821613e-10
        let series = a + r4 * (b + r4 * (c + r4 * d))
        return series * power(ofTwo: Int(k))
    }

    /// Natural logarithm of `x` > 0, normal numbers: 2 artanh((m − 1)/(m + 1)) of the significand.
    @inlinable public static func log(_ x: Double) -> Double {
        var exponent = Double(Int(x.bitPattern >> 52) - 1023)
        var m = Double(bitPattern: x.bitPattern & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
        if m > 1.4142135623730951 {
            m *= 0.5
            exponent += 1
        }
        let s = (m - 1) / (m + 1)
        let z = s * s
        let z2 = z * z
        let z4 = z2 * z2
        let a = (1 + z * 0.3333333333333333) + z2 * (0.2 + z * 0.14285714285714285)
        let b =
            (0.1111111111111111 + z * 0.09090909090909091)
            + z2 * (0.07692307692307693 + z * 0.06666666666666667)
        let c = (0.058823529411764705 + z * 0.05263157894736842) + z2 * 0.047619047619047616
        return 2 * s * (a + z4 * (b + z4 * c)) + exponent * 0.6931471805599453
    }

    /// Sine of `turns` full circles: sin(2π·turns).
    @inlinable public static func sine(turns: Double) -> Double {
        var f = turns - nearestInteger(turns)
        if f > 0.25 { f = 0.5 - f } else if f < -0.25 { f = -0.5 - f }
        let x = f * 6.283185307179586
        let z = x * x
        let z2 = z * z
        let z4 = z2 * z2
        let a =
            (1 - z * 0.16666666666666666)
            + z2 * (0.008333333333333333 - z * 0.0001984126984126984)
        let b =
            (2.7557319223985893e-06 - z * 2.505210838544172e-08)
            + z2 * (1.6059043836821613e-10 - z * 7.647163731819816e-13)
        let c = 2.8114572543455206e-15 - z * 8.22063524662433e-18
        return x * (a + z4 * (b + z4 * c))
    }

    /// The integer nearest to `x`, of two the even one; |x| below 2^51.
    ///
    /// `rounded()` is a call into the C library on processors of the first 64-bit generation, which
    /// compilers build for; this is an addition and a subtraction.
    @inlinable public static func nearestInteger(_ x: Double) -> Double {
        // The constant makes the last bit of the sum's significand worth 1.
        (x + 0x1.8p52) - 0x1.8p52
    }

    /// `x` ≥ 0 to the power `p`.
    @inlinable public static func power(_ x: Double, _ p: Double) -> Double {
        p == 1 ? x : x < 1e-300 ? 0 : exp(p * log(x))
    }

    @inlinable static func power(ofTwo exponent: Int) -> Double {
        Double(bitPattern: UInt64(max(1, min(2046, exponent + 1023))) << 52)
    }
}
