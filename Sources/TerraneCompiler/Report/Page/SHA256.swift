/// The digest that a content security policy knows an inline script or style by ("Secure Hash Standard", FIPS 180-4).
enum SHA256 {
    static func digest(of bytes: [UInt8]) -> [UInt8] {
        var state: [UInt32] = roots { $0.squareRoot() }.prefix(8).map(\.self)
        let padded = padded(bytes)
        for start in stride(from: 0, to: padded.count, by: 64) { absorb(padded[start..<start + 64], into: &state) }
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
    }

    /// Ended by a one, and by the length in bits as the last eight bytes of a block.
    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        let zeros = (119 - bytes.count % 64) % 64
        let length = UInt64(bytes.count) * 8
        return bytes + [0x80] + [UInt8](repeating: 0, count: zeros)
            + (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * UInt64($0))) }
    }

    private static func absorb(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { start in
            block[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for place in 16..<64 {
            let (early, late) = (words[place - 15], words[place - 2])
            let low = early.turned(7) ^ early.turned(18) ^ early >> 3
            let high = late.turned(17) ^ late.turned(19) ^ late >> 10
            words.append(words[place - 16] &+ low &+ words[place - 7] &+ high)
        }
        var now = state
        for place in 0..<64 {
            let (a, b, c, e) = (now[0], now[1], now[2], now[4])
            let choice = (e & now[5]) ^ (~e & now[6])
            let first =
                now[7] &+ (e.turned(6) ^ e.turned(11) ^ e.turned(25)) &+ choice &+ constants[place] &+ words[place]
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let second = (a.turned(2) ^ a.turned(13) ^ a.turned(22)) &+ majority
            now = [first &+ second, a, b, c, now[3] &+ first, e, now[5], now[6]]
        }
        for place in 0..<8 { state[place] &+= now[place] }
    }

    private static let constants: [UInt32] = roots { cubeRoot($0) }

    /// The first 32 bits of the fractional parts of the roots of the first 64 primes.
    private static func roots(_ root: (Double) -> Double) -> [UInt32] {
        primes.map { prime in
            let value = root(Double(prime))
            return UInt32((value - value.rounded(.down)) * 4_294_967_296)
        }
    }

    private static let primes: [Int] = {
        var found: [Int] = []
        var candidate = 2
        while found.count < 64 {
            if !found.contains(where: { candidate.isMultiple(of: $0) }) { found.append(candidate) }
            candidate += 1
        }
        return found
    }()

    /// By Newton's method; doubles carry 52 bits of which 35 are needed.
    private static func cubeRoot(_ number: Double) -> Double {
        var root = number / 2
        for _ in 0..<100 { root -= (root * root * root - number) / (3 * root * root) }
        return root
    }
}

extension UInt32 {
    fileprivate func turned(_ places: UInt32) -> UInt32 { self >> places | self << (32 - places) }
}
