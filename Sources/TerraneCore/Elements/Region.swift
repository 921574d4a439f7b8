/// An AWS region, by its code.
public struct Region: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public init(stringLiteral code: String) {
        self.init(rawValue: code)
    }

    /// Asia Pacific (Tokyo).
    public static let tokyo: Region = "ap-northeast-1"
    /// Asia Pacific (Osaka).
    public static let osaka: Region = "ap-northeast-3"
    /// Asia Pacific (Singapore).
    public static let singapore: Region = "ap-southeast-1"
    /// US East (N. Virginia): where CloudFront takes its certificates and web ACLs from.
    public static let virginia: Region = "us-east-1"
    /// US West (Oregon).
    public static let oregon: Region = "us-west-2"
    /// Europe (Ireland).
    public static let ireland: Region = "eu-west-1"
    /// Europe (Frankfurt).
    public static let frankfurt: Region = "eu-central-1"

    /// An availability zone of the region: `Region.tokyo.zone("a")` is `ap-northeast-1a`.
    public func zone(_ letter: String) -> AvailabilityZone {
        AvailabilityZone(region: self, letter: letter)
    }
}

/// A part of a region that does not fail together with the others: `ap-northeast-1a`.
public struct AvailabilityZone: Hashable, Sendable, ExpressionConvertible {
    public let region: Region
    public let letter: String

    public var name: String { region.rawValue + letter }

    /// CloudFormation's is relative to the region that the template is deployed in.
    public var expression: Expression {
        .either(
            terraform: .string(name), cloudFormation: .interpolation([.context(.region), .string(letter)]))
    }
}

extension Region: CustomStringConvertible {
    public var description: String { rawValue }
}

extension Region {
    /// The partition that the region belongs to ("Amazon Resource Names", AWS General Reference).
    public var partition: String {
        if rawValue.hasPrefix("cn-") { return "aws-cn" }
        return rawValue.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }
}
