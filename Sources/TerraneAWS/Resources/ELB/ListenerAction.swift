public import TerraneCore

extension ELB.Listener {
    /// What becomes of a request ("Action types for listener rules", User Guide for Application Load Balancers).
    public enum Action: Hashable, Sendable {
        case forward(to: Value<ARN>)
        /// To several target groups, to each in proportion to its weight.
        case split([Share])
        /// Permanently, to the same address over HTTPS.
        case redirectToHTTPS
        /// Permanently, to the same path at another host, over HTTPS.
        case redirect(toHost: String)
        /// An answer of the load balancer's own.
        case respond(status: Int, body: String = "", as: ContentType = .plainText)

        @PropertiesBuilder var table: Properties {
            switch self {
            case .forward(let group):
                row("type", "Type", "forward")
                row("target_group_arn", "TargetGroupArn", group)
            case .split(let shares):
                row("type", "Type", "forward")
                nested("forward", "ForwardConfig") {
                    repeated("target_group", "TargetGroups", shares) { share in
                        row("arn", "TargetGroupArn", share.group)
                        row("weight", "Weight", share.weight)
                    }
                }
            case .redirectToHTTPS: Action.redirection(to: nil)
            case .redirect(let host): Action.redirection(to: host)
            case .respond(let status, let body, let contentType):
                row("type", "Type", "fixed-response")
                nested("fixed_response", "FixedResponseConfig") {
                    row("status_code", "StatusCode", String(status))
                    row("content_type", "ContentType", contentType)
                    row("message_body", "MessageBody", body.isEmpty ? nil : body)
                }
            }
        }

        @PropertiesBuilder private static func redirection(to host: String?) -> Properties {
            row("type", "Type", "redirect")
            nested("redirect", "RedirectConfig") {
                row("host", "Host", host)
                row("protocol", "Protocol", "HTTPS")
                row("port", "Port", "443")
                row("status_code", "StatusCode", "HTTP_301")
            }
        }

        func check(of name: Name) -> [Diagnostic] {
            switch self {
            case .forward, .redirectToHTTPS: []
            case .split(let shares):
                (1...5).contains(shares.count) && shares.allSatisfy { (0...999).contains($0.weight) }
                    ? [] : [.trafficShares(name)]
            case .redirect(let host): HostName.check(host)
            case .respond(let status, let body, _):
                ((200...299).contains(status) || (400...599).contains(status) ? [] : [.fixedStatus(name, status)])
                    + (body.utf8.count <= 1024 ? [] : [.fixedBody(name, body.utf8.count)])
            }
        }
    }

    /// A target group's part of the traffic.
    public struct Share: Hashable, Sendable {
        public let group: Value<ARN>
        /// 0 to 999, relative to the weights of the others.
        public let weight: Int

        public init(_ group: Value<ARN>, weight: Int) {
            self.group = group
            self.weight = weight
        }
    }

    /// What a fixed answer is written in.
    public enum ContentType: String, Hashable, Sendable, ExpressionConvertible {
        case plainText = "text/plain"
        case css = "text/css"
        case html = "text/html"
        case javaScript = "application/javascript"
        case json = "application/json"
    }
}

extension Diagnostic {
    static func fixedStatus(_ name: Name, _ status: Int) -> Diagnostic {
        .error(
            "'\(name)' answers with status \(status)",
            help: "A load balancer's own answers have a status of 2xx, 4xx or 5xx.")
    }

    static func trafficShares(_ name: Name) -> Diagnostic {
        .error(
            "'\(name)' divides traffic as no load balancer does",
            help: "Name one to five target groups, each with a weight of 0 to 999.")
    }

    static func fixedBody(_ name: Name, _ count: Int) -> Diagnostic {
        .error(
            "'\(name)' answers with \(count) bytes, and a load balancer's own answers hold 1024",
            help: "Forward to a target that gives the longer answer.")
    }
}
