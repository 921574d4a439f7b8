/// The languages that a picture is printed in.
public enum PictureFormat: String, CaseIterable, Sendable {
    case svg, mermaid, dot, drawio

    /// `architecture.svg`.
    public var fileExtension: String {
        switch self {
        case .svg: "svg"
        case .mermaid: "mmd"
        case .dot: "dot"
        case .drawio: "drawio"
        }
    }
}

extension Picture {
    public func printed(as format: PictureFormat) -> [UInt8] {
        switch format {
        case .svg: svg()
        case .mermaid: Array(mermaid().utf8)
        case .dot: Array(dot().utf8)
        case .drawio: drawio()
        }
    }

    /// The frames in a frame, or those in none; subnets and zones, which hold no box, are left out of the languages that
    /// find a place for everything themselves.
    func framesWithBoxes(in parent: Int?) -> [Int] {
        frames.indices.filter { frames[$0].parent == parent && holdsBoxes($0) }
    }

    private func holdsBoxes(_ frame: Int) -> Bool {
        boxes.contains { $0.frame == frame } || frames.indices.contains { frames[$0].parent == frame && holdsBoxes($0) }
    }

    func boxes(in frame: Int?) -> [Int] { boxes.indices.filter { boxes[$0].frame == frame } }

    /// What a frame says, on one line.
    func line(of frame: Frame) -> String {
        [frame.title, frame.detail].filter { !$0.isEmpty }.joined(separator: " · ").legible
    }

    /// What a box says, a line each.
    func lines(of box: Box) -> [String] {
        let mark = box.mark.map { [$0.word] } ?? []
        return ([box.kind, box.title, box.detail] + mark).filter { !$0.isEmpty }.map(\.legible)
    }
}
