/// Where everything of a picture stands, in units of a pixel, and the way of each line.
struct PictureLayout: Sendable {
    struct Point: Hashable, Sendable {
        var x: Int
        var y: Int
    }

    struct Rectangle: Hashable, Sendable {
        var x: Int
        var y: Int
        var width: Int
        var height: Int

        var right: Int { x + width }
        var bottom: Int { y + height }
        var center: Point { Point(x: x + width / 2, y: y + height / 2) }

        func overlaps(_ other: Rectangle) -> Bool {
            x < other.right && other.x < right && y < other.bottom && other.y < bottom
        }

        func contains(_ other: Rectangle) -> Bool {
            x <= other.x && y <= other.y && right >= other.right && bottom >= other.bottom
        }
    }

    /// The spacing of the whole picture.
    enum Spacing {
        static let margin = 24
        static let box = (width: 212, height: 82)
        static let narrowest = 140
        /// Between the side of a box and what it says.
        static let inset = 11
        static let strip = 52
        /// What a frame's title takes.
        static let header = 30
        static let padding = 12
        static let lane = 10
        static let rowGap = 18
        static let titleBlock = 84
        static let footer = 54
    }

    var width = 0
    var height = 0
    var frames: [Rectangle] = []
    var boxes: [Rectangle] = []
    /// For each line the corners of its way, its ends among them.
    var routes: [[Point]] = []
    /// For each line the place of its label, if it has one.
    var labels: [Rectangle?] = []
    /// How much room the title of each frame has.
    var titleWidths: [Int] = []

    init(of picture: Picture) {
        let grid = PictureGrid(of: picture)
        let routing = PictureRouting(of: picture, on: grid)
        self = PictureGeometry(picture, grid, routing).layout()
    }

    init() {}
}
