import Testing

/// That the other tests would notice.
@Suite struct GraphFactsTests {
    @Test(arguments: [
        ("engine | Engine", "mysql", ["engine is postgres, not mysql", "Engine is postgres, not mysql"]),
        ("engin", "postgres", ["engin is missing, not postgres"]),
        ("vpc_security_group_ids", "[]", ["vpc_security_group_ids is [{shop-orders/traffic}], not []"]),
        ("multi_az | MultiAZ", "true", []),
    ])
    func whatDiffersIsTold(paths: String, value: String, problems: [String]) async throws {
        let facts = try await GraphFacts(ShortStack())
        #expect(facts.differences(in: "shop-orders", from: [paths: value]) == problems.map { "shop-orders: \($0)" })
    }

    @Test func whatIsNotThereIsTold() async throws {
        #expect(
            try await GraphFacts(ShortStack()).differences(in: "shop-order", from: [:]) == ["there is no shop-order"])
    }
}
