public import TerraneCore

extension ELB.Listener {
    /// What becomes of a request ("Action types for listener rules", User Guide for Application Load Balancers).
    public enum Action: Hashable, Sendable {
        case forward(to: Value<ARN>)
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
            case .redirect(let host): HostName.check(host)
            case .respond(let status, let body, _):
                ((200...299).contains(status) || (400...599).contains(status) ? [] : [.fixedStatus(name, status)])
                    + (body.utf8.count <= 1024 ? [] : [.fixedBody(name, body.utf8.count)])
            }
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

    static func fixedBody(_ name: Name, _ count: Int) -> Diagnostic {
        .error(
            "'\(name)' answers with \(count) bytes, and a load balancer's own answers hold 1024",
            help: "Forward to a target that gives the longer answer.")
    }
}
