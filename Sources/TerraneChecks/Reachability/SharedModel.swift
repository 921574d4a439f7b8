import Synchronization

/// The packet model of an inventory, made when it is first asked for.
final class SharedModel: Sendable {
    private let model = Mutex<PacketModel?>(nil)

    func value(of inventory: Inventory) -> PacketModel {
        model.withLock { model in
            if let model { return model }
            let made = PacketModel(inventory)
            model = made
            return made
        }
    }
}
