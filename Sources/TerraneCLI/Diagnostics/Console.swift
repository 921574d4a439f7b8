import Foundation

/// Where a command speaks: data on standard output, everything else on standard error.
struct Console {
    enum Stream {
        case output, errors

        var descriptor: Int32 {
            switch self {
            case .output: STDOUT_FILENO
            case .errors: STDERR_FILENO
            }
        }
    }

    enum Colour: String {
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
        case bold = "1"
    }

    let format: OutputFormat
    let color: ColorChoice

    /// Data. A reader that went away is no failure of ours; data that cannot be written, to a full disk say, is one.
    func data(_ text: String) {
        data(bytes: Array((text + "\n").utf8))
    }

    func data(bytes: [UInt8]) {
        do throws(SystemProblem) {
            try FileAccess.write(bytes, to: Stream.output.descriptor)
        } catch {
            guard error.code != EPIPE else { return }
            say("error: cannot write to standard output: \(error.reason)")
            exit(1)
        }
    }

    func say(_ text: String) {
        try? FileAccess.write(Array((text + "\n").utf8), to: Stream.errors.descriptor)
    }

    func paint(_ text: String, _ colour: Colour, on stream: Stream = .errors) -> String {
        color.isColoured(stream) ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}
