import TerraneCore
import TerraneWorkflows

extension FuzzTarget {
    /// A name without a problem is made of what every target takes.
    static let names = FuzzTarget(name: "name") { bytes in
        let name = Name(String(decoding: bytes, as: UTF8.self))
        _ = (name.last, name.dashed, name / "part", Suggestion.nearest(to: name.path, among: ["network", "cache"]))
        guard name.problem == nil else { return nil }
        let legal = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/".utf8
        return name.path.utf8.allSatisfy(legal.contains) && !name.path.isEmpty ? nil : "'\(name)' has no problem"
    }

    /// A range that was read prints as it was written, contains itself, and divides into parts of itself.
    static let ranges = FuzzTarget(name: "cidr") { bytes in
        let cidr = CIDR(String(decoding: bytes, as: UTF8.self))
        _ = cidr.expression
        guard let range = cidr.range else { return nil }
        guard cidr.contains(cidr), cidr.overlaps(cidr), range.first <= range.last else {
            return "\(cidr) is not in itself"
        }
        guard range.prefix < 32 else { return nil }
        let halves = [0, 1].compactMap { cidr.subrange($0, prefix: range.prefix + 1) }
        guard halves.count == 2, halves.allSatisfy(cidr.contains), !halves[0].overlaps(halves[1]) else {
            return "\(cidr) has the halves \(halves)"
        }
        return CIDR(halves[1].text) == halves[1] ? nil : "\(halves[1]) does not read as it was printed"
    }

    /// A schedule that is well formed has five fields, and none of them a sign that starts something else.
    static let schedules = FuzzTarget(name: "cron") { bytes in
        let cron = Cron(stringLiteral: String(decoding: bytes, as: UTF8.self))
        guard cron.isWellFormed else { return nil }
        let fields = cron.fields.utf8.split(separator: UInt8(ascii: " "))
        let legal = " *,-/0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8
        return fields.count == 5 && cron.fields.utf8.allSatisfy(legal.contains)
            ? nil : "'\(cron.fields)'"
    }
}
