extension Mistake {
    /// The catalogue. Each area has a folder, and a list of its own.
    static var all: [Mistake] {
        network + reachability + compute + data + edge + identity + alarms + workflows + limits + texts + schemas + policies
    }
}
