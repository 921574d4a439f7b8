import TerraneChecks
package import TerraneCore

/// A port of a load balancer, and what becomes of requests there.
package struct ReportedListener: Sendable {
    package let name: Name
    package let balancer: String
    /// `HTTPS 443`; for a rule the requests that it is for.
    package let requests: String
    package let action: String
    package let source: SourceLocation
}

extension Inventory {
    func reportedListeners() -> [ReportedListener] {
        all("aws_lb_listener").flatMap { listener -> [ReportedListener] in
            let balancer = balancer(of: listener)
            let rules = referrers(of: listener).filter { $0.type == "aws_lb_listener_rule" }
            let port = [listener.words("protocol"), listener.words("port")].compactMap(\.self).joined(separator: " ")
            return [
                ReportedListener(
                    name: listener.name, balancer: balancer, requests: port,
                    action: actions(of: listener, "default_action"), source: listener.source)
            ]
                + rules.map { rule in
                    ReportedListener(
                        name: rule.name, balancer: balancer, requests: "\(port), \(conditions(of: rule))",
                        action: actions(of: rule, "action"), source: rule.source)
                }
        }
    }

    private func balancer(of listener: Item) -> String {
        guard let balancer = target(of: listener, "load_balancer_arn") else {
            return listener.words("load_balancer_arn") ?? ""
        }
        return balancer["internal"].flag == false ? "\(balancer.name) (faces the Internet)" : balancer.name.path
    }

    private func conditions(of rule: Item) -> String {
        let conditions = rule.parts("condition").flatMap { condition -> [String] in
            ["path_pattern", "host_header", "http_request_method", "source_ip"].flatMap { kind in
                condition.values("\(kind)/values").map { "\(kind.replacing(mark: "_", with: " ")) \(rule.words($0))" }
            } + condition.parts("http_header").map { "header \($0["http_header_name"].text ?? "")" }
        }
        return conditions.isEmpty ? "some requests" : conditions.joined(separator: " and ")
    }

    private func actions(of item: Item, _ path: String) -> String {
        item.parts(path).map { action(of: $0, in: item) }.joined(separator: ", then ")
    }

    private func action(of part: Part, in item: Item) -> String {
        switch part["type"].text {
        case "forward": return "to " + targets(of: part, in: item).joined(separator: " and ")
        case "redirect":
            let place = ["redirect/protocol", "redirect/host", "redirect/port", "redirect/path"]
                .compactMap { part.values($0).first.map { item.words($0) } }
            return "redirected to \(place.joined(separator: " "))"
        case "fixed-response":
            return
                "answered with \(part.values("fixed_response/status_code").first.map { item.words($0) } ?? "a fixed text")"
        case let type: return type ?? "decided at deployment"
        }
    }

    private func targets(of part: Part, in item: Item) -> [String] {
        let single = part.values("target_group_arn").map { target(group: $0, weight: nil, in: item) }
        return single
            + part.parts("forward/target_group").flatMap { group in
                group.values("arn").map { target(group: $0, weight: group["weight"].integer, in: item) }
            }
    }

    /// `koemo-backend at HTTP 3000 (health: /health every 30 s)`.
    private func target(group expression: Expression, weight: Int?, in item: Item) -> String {
        guard let group = target(of: expression) else { return item.words(expression) }
        let services = referrers(of: group).filter { $0.type == "aws_ecs_service" }.map(\.name.path)
        let port = [group.words("protocol"), group.words("port")].compactMap(\.self).joined(separator: " ")
        let path = group.words("health_check/path").map { path in
            " (health: \(path)" + (group.words("health_check/interval").map { " every \($0) s" } ?? "") + ")"
        }
        let share = weight.map { ", weight \($0)" } ?? ""
        let who = services.isEmpty ? group.name.path : services.joined(separator: ", ")
        return "\(who) at \(port)\(path ?? "")\(share)"
    }
}
