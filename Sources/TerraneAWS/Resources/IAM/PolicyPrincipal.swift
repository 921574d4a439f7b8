public import TerraneCore

extension IAM.Statement {
    /// Who a statement of a resource policy or a trust policy is about ("AWS JSON policy elements: Principal", AWS Identity
    /// and Access Management User Guide).
    public enum Principal: Hashable, Sendable {
        case service(String)
        case services([String])
        /// A service that has a name in each region: `logs` is `logs.ap-northeast-1.amazonaws.com`.
        case regionalService(String)
        case aws([Value<ARN>])
        /// Whoever these accounts let in themselves.
        case accounts([AccountID])
        /// Whoever somebody else vouches for: an identity provider.
        case federated(Value<ARN>)
        case anyone

        var expression: Expression {
            switch self {
            case .service(let host): .object([.init("Service", .string(host))])
            case .services(let hosts): .object([.init("Service", hosts.expression)])
            case .regionalService(let service): .object([.init("Service", Principal.host(of: service).expression)])
            case .aws(let arns): .object([.init("AWS", arns.expression)])
            case .accounts(let accounts): .object([.init("AWS", accounts.map(Principal.root).expression)])
            case .federated(let provider): .object([.init("Federated", provider.expression)])
            case .anyone: .string("*")
            }
        }

        /// The account in which the stack is.
        public static var thisAccount: Principal {
            .aws(["arn:\(Deployment.partition):iam::\(Deployment.account):root"])
        }

        private static func host(of service: String) -> Value<String> {
            "\(service).\(Deployment.region).amazonaws.com"
        }

        private static func root(_ account: AccountID) -> Value<ARN> {
            "arn:\(Deployment.partition):iam::\(account.rawValue):root"
        }
    }
}
