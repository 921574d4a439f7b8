import TerraneCore

extension PacketModel {
    /// Whether a packet gets there and the answer back.
    enum Answer: Hashable, Sendable {
        case yes(Path)
        case no(Blocker)
        /// It depends on what is not known, or on which of its addresses a thing gets.
        case unknown
    }

    /// What a packet passes, in order.
    typealias Path = [Step]

    enum Step: Hashable, Sendable {
        /// The first group whose rules let it pass.
        case group(Name, Direction)
        case list(Name, Direction)
        case route(table: Name, Route.Target)
    }

    /// The element that a packet, or the answer to it, does not get past.
    enum Blocker: Hashable, Sendable {
        case groups([Name], Direction)
        case list(Name, Direction, subnet: Name, isAnswer: Bool)
        case noRoute(table: Name, to: String, isAnswer: Bool)
        case wrongRoute(table: Name, to: String, Route.Target, isAnswer: Bool)
        /// The table leads to an Internet gateway, which takes public addresses only.
        case noPublicAddress(table: Name)
        case natWithoutInternet(Name, table: Name)
        case otherNetwork(peering: Name)
    }
}
