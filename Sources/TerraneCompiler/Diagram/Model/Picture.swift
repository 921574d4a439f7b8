public import TerraneCore

/// The architecture of a stack as one would draw it on a whiteboard: frames that hold each other, boxes for what does the
/// work, and lines for who talks to whom. The many small resources are in the box that they belong to.
public struct Picture: Sendable {
    /// From left to right, the way that a request takes.
    public enum Column: Int, CaseIterable, Sendable {
        case entry, front, door, compute, data, partner
    }

    /// What a change does to a part of the picture.
    public enum Mark: Int, CaseIterable, Sendable {
        case added, changed, removed, replaced
    }

    public struct Frame: Sendable {
        public enum Kind: Sendable {
            /// What belongs to no region: name resolution, content delivery.
            case global
            case region
            case network
            /// Subnets of one purpose in all zones.
            case tier(isPublic: Bool)
            case zone
            case subnet(isPublic: Bool)
            /// Somebody else's cloud.
            case partner
        }

        public let kind: Kind
        public var title: String
        public var detail: String
        public let parent: Int?
        /// The columns of a subnet, which are those of its tier.
        public var columns: ClosedRange<Int>?
        /// What runs in a subnet, as small signs.
        public var signs: [Glyph] = []
        /// The resources that are in no box of it.
        public var names: [Name] = []
        public var mark: Mark?
    }

    public struct Box: Sendable {
        public let glyph: Glyph
        /// `Load balancer`: what it is.
        public let kind: String
        /// `koemo-alb`: which one.
        public var title: String
        public var detail: String
        public let column: Column
        /// The frame that it stands in; nil for the world outside.
        public var frame: Int?
        /// The resources that it stands for, the one that it is named for first.
        public var names: [Name]
        public var mark: Mark?
    }

    public struct Line: Sendable {
        public enum Kind: Sendable {
            /// Requests.
            case traffic
            /// Out to the Internet.
            case egress
            /// What makes the rest work: names that lead to it, images, copies.
            case support
        }

        public let from: Int
        public let to: Int
        public let kind: Kind
        /// The ports.
        public var label: String
        public var mark: Mark?
    }

    /// The name of the stack, which most names begin with.
    public let stack: String
    public let title: String
    public let detail: String
    public var frames: [Frame] = []
    public var boxes: [Box] = []
    public var lines: [Line] = []
    /// What no box stands for, in a line each.
    public var notes: [String] = []
    /// The resources that no box and no frame stands for.
    public var others: [Name] = []

    /// The frames that a frame stands in, from the inside out.
    func ancestors(of frame: Int?) -> [Int] {
        var found: [Int] = []
        var next = frame.flatMap { frames[$0].parent }
        while let parent = next {
            found.append(parent)
            next = frames[parent].parent
        }
        return found
    }
}

extension Picture.Frame.Kind {
    /// How deep frames of the kind stand.
    var level: Int {
        switch self {
        case .global, .region, .partner: 0
        case .network: 1
        case .tier, .zone: 2
        case .subnet: 3
        }
    }

    var isSubnet: Bool { if case .subnet = self { true } else { false } }
    var isZone: Bool { if case .zone = self { true } else { false } }
    var isTier: Bool { if case .tier = self { true } else { false } }
    var isNetwork: Bool { if case .network = self { true } else { false } }
}
