import TerraneChecks
import TerraneCore

extension Inventory {
    /// What answers at the name of an origin: a bucket, a balancer, or what a record of that name leads to.
    func origin(_ domain: Expression, of distribution: Item) -> Item? {
        let target = target(of: domain)
        if let target, target.type != "aws_route53_record" { return target }
        let host = distribution.fact(domain).text
        let record = target ?? all("aws_route53_record").first { $0["name"].text == host && host != nil }
        return record.flatMap { $0.values("alias/name").first }.flatMap { self.target(of: $0) }
    }
}
