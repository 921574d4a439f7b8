/// The lines of a source, to turn byte offsets into places.
struct SourceMap {
    let bytes: [UInt8]
    private let lineStarts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
        lineStarts = starts
    }

    func position(at offset: Int) -> SourcePosition {
        let line = line(at: offset)
        var column = 1
        for byte in bytes[lineStarts[line]..<min(offset, bytes.count)] where byte & 0xC0 != 0x80 { column += 1 }
        return SourcePosition(line: line + 1, column: column, offset: offset)
    }

    func range(_ start: Int, _ end: Int) -> SourceRange {
        SourceRange(start: position(at: start), end: position(at: end))
    }

    /// How many bytes stand before `offset` on its line.
    func indentation(at offset: Int) -> Int {
        offset - lineStarts[line(at: offset)]
    }

    /// The last line that starts at or before `offset`, from 0.
    private func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
