/// Turns libyaml's offsets, which count Unicode scalars, into offsets that count bytes.
///
/// Marks come in the order of the text, so a cursor that moves along with them makes one walk of all of them.
struct ByteOffsets {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var scalars = 0
    private var offset = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func offset(ofScalar target: Int) -> Int {
        while scalars < target, offset < bytes.count {
            offset += 1
            while offset < bytes.count, isContinuation(offset) { offset += 1 }
            scalars += 1
        }
        while scalars > target, offset > 0 {
            offset -= 1
            while offset > 0, isContinuation(offset) { offset -= 1 }
            scalars -= 1
        }
        return offset
    }

    /// The line and column of a byte.
    func mark(at target: Int) -> Mark {
        var line = 1
        var column = 1
        for index in 0..<min(max(target, 0), bytes.count) {
            if bytes[index] == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if !isContinuation(index) {
                column += 1
            }
        }
        return Mark(line: line, column: column, offset: target)
    }

    private func isContinuation(_ index: Int) -> Bool {
        bytes[index] & 0b1100_0000 == 0b1000_0000
    }
}
