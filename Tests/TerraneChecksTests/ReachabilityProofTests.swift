import TerraneCore
import Testing

@testable import TerraneChecks

/// The prover against a packet walked by hand, on networks that a seed makes.
@Suite struct ReachabilityProofTests {
    /// In batches, side by side.
    @Test(arguments: 0..<8)
    func theProverAndTheWalkerAgreeOnEveryPair(batch: Int) {
        var counts: [PacketWalker.Verdict: Int] = [:]
        for seed in 0..<500 {
            let networks = RandomNetworks(seed: UInt64(batch * 500 + seed))
            for (client, server) in Self.pairs(of: networks.places, number: seed) {
                let port = seed % 2 == 0 ? 443 : 5432
                let walked = PacketWalker.verdict(networks.model, client, server, port: port)
                let proved = networks.model.path(from: client, to: server, port: port)
                counts[walked, default: 0] += 1
                #expect(
                    Self.verdict(proved) == walked,
                    "seed \(batch * 500 + seed): \(client) to \(server): \(proved), walked \(walked)")
            }
        }
        #expect(counts.count == 3 && counts.values.allSatisfy { $0 > 30 }, "\(counts)")
    }

    /// Of what is not known the prover says nothing that turns out wrong.
    @Test func aProofHoldsWhateverTheHiddenPartsAre() {
        var sure = 0
        for seed in 0..<1000 {
            var networks = RandomNetworks(seed: UInt64(100_000 + seed))
            let hidden = networks.partlyHidden()
            for (client, server) in Self.pairs(of: networks.places, number: seed) {
                let proved = Self.verdict(hidden.path(from: client, to: server, port: 443))
                guard proved != .sometimes else { continue }
                sure += 1
                let walked = PacketWalker.verdict(networks.model, client, server, port: 443)
                #expect(proved == walked, "seed \(100_000 + seed): \(client) to \(server)")
            }
        }
        #expect(sure > 500)
    }

    /// Three of the pairs, other ones for each number.
    private static func pairs(
        of places: [PacketModel.Place], number: Int
    ) -> [(PacketModel.Place, PacketModel.Place)] {
        let all = pairs(of: places)
        return (0..<min(3, all.count)).map { all[(number * 7 + $0 * 5) % all.count] }
    }

    private static func pairs(of places: [PacketModel.Place]) -> [(PacketModel.Place, PacketModel.Place)] {
        places.flatMap { client in
            places.compactMap { server in
                guard client != server, client.isInterface || server.isInterface else { return nil }
                if case .list = client { return nil }
                return (client, server)
            }
        }
    }

    private static func verdict(_ answer: PacketModel.Answer) -> PacketWalker.Verdict {
        switch answer {
        case .yes: .always
        case .no: .never
        case .unknown: .sometimes
        }
    }
}

extension PacketModel.Place {
    fileprivate var isInterface: Bool { if case .interface = self { true } else { false } }
}
