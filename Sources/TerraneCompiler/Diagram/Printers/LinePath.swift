/// A line with round corners, and the head of an arrow at its end.
struct LinePath {
    let path: String
    let head: String

    private static let radius = 7

    init(_ points: [PictureLayout.Point]) {
        path = LinePath.path(points)
        head = LinePath.head(points)
    }

    private static func path(_ points: [PictureLayout.Point]) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        var path = "M\(first.x) \(first.y)"
        for index in points.indices.dropFirst().dropLast() {
            let corner = points[index]
            let before = toward(points[index - 1], from: corner, index == 1 ? 1 : 2)
            let after = toward(points[index + 1], from: corner, index == points.count - 2 ? 1 : 2)
            path += "L\(before.x) \(before.y)Q\(corner.x) \(corner.y) \(after.x) \(after.y)"
        }
        return path + "L\(last.x) \(last.y)"
    }

    /// A little of the way from a corner; no more than the share of it that is the corner's own.
    private static func toward(_ point: PictureLayout.Point, from corner: PictureLayout.Point, _ share: Int)
        -> PictureLayout.Point
    {
        let x = point.x - corner.x
        let y = point.y - corner.y
        let step = min(radius, (abs(x) + abs(y)) / share)
        return PictureLayout.Point(x: corner.x + x.signum() * step, y: corner.y + y.signum() * step)
    }

    private static func head(_ points: [PictureLayout.Point]) -> String {
        guard points.count > 1, let tip = points.last else { return "" }
        let before = points[points.count - 2]
        let x = (tip.x - before.x).signum()
        let y = (tip.y - before.y).signum()
        let back = PictureLayout.Point(x: tip.x - 8 * x, y: tip.y - 8 * y)
        return "M\(tip.x) \(tip.y)L\(back.x + 5 * y) \(back.y + 5 * x)L\(back.x - 5 * y) \(back.y - 5 * x)z"
    }
}
