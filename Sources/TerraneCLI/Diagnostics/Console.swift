import Foundation
import TerraneCore

/// Where a command speaks: data on standard output, everything else on standard error.
struct Console {
    let format: OutputFormat
    let isColoured: Bool

    func data(_ text: String) {
        write(text, to: .standardOutput)
    }

    func say(_ text: String) {
        write(text, to: .standardError)
    }

    /// A reader that went away is no failure of ours.
    private func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data((text + "\n").utf8))
    }

    func paint(_ text: String, _ colour: Colour) -> String {
        isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    enum Colour: String {
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
        case bold = "1"
    }
}
