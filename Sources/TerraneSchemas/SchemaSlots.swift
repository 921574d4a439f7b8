internal import Synchronization

/// What was made of the lines of a file, each when it is first asked for, without a lock: should two threads be at the same one,
/// both make it and the first one's stays.
final class SchemaSlots<Schema: AnyObject & Sendable>: @unchecked Sendable {
    /// Reserved once for the life of the program; each slot is set at most once, atomically.
    private let slots: UnsafeMutablePointer<AtomicLazyReference<Schema>>

    init(count: Int) {
        slots = .allocate(capacity: count)
        for index in 0..<count { (slots + index).initialize(to: AtomicLazyReference()) }
    }

    func schema(at index: Int, _ make: () -> Schema) -> Schema {
        slots[index].load() ?? slots[index].storeIfNil(make())
    }
}
