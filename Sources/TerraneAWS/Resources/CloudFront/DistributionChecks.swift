public import TerraneCore

extension CloudFront.Distribution {
    public func check() -> [Diagnostic] {
        var problems = aliases.flatMap(HostName.check)
        if let rootObject, rootObject.hasPrefix("/") { problems.append(.rootObject(name, rootObject)) }
        problems += checkErrorPages() + checkBehaviors() + origins.flatMap { $0.check(in: name) }
        problems += countries.codes.filter { !Self.isCountry($0) }.map { .countryServed(name, $0) }
        return problems
    }

    /// What CloudFront can answer otherwise ("Error caching and custom error pages").
    private static let errors: Set<Int> = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]

    private func checkErrorPages() -> [Diagnostic] {
        errorPages.filter { !Self.errors.contains($0.error) }.map { .errorPage(name, $0.error) }
            + errorPages.filter { $0.status != 200 && !Self.errors.contains($0.status) }
            .map { .errorPage(name, $0.status) }
            + errorPages.filter { !$0.path.hasPrefix("/") }.map { .errorPagePath(name, $0.path) }
    }

    private func checkBehaviors() -> [Diagnostic] {
        var problems = ([defaultBehavior] + behaviors).flatMap { $0.check(in: name) }
        var paths: Set<String> = []
        for behavior in behaviors {
            guard let path = behavior.path, path != "*", path != "/*" else {
                problems.append(.behaviorForEverything(name))
                continue
            }
            if !paths.insert(path).inserted { problems.append(.behaviorTwice(name, path)) }
        }
        var ids: Set<String> = []
        problems += origins.filter { !ids.insert($0.id).inserted }.map { .originTwice(name, $0.id) }
        return problems
    }

    private static func isCountry(_ code: String) -> Bool {
        code.utf8.count == 2 && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}

extension Diagnostic {
    static func rootObject(_ name: Name, _ path: String) -> Diagnostic {
        .error("the root object of '\(name)' is '\(path)'", help: "Name the file without a slash before it.")
    }

    static func errorPage(_ name: Name, _ status: Int) -> Diagnostic {
        .error(
            "'\(name)' has a page for the status \(status)",
            help: "CloudFront takes 400, 403, 404, 405, 414, 416 and 500 to 504, and 200 to answer with.")
    }

    static func errorPagePath(_ name: Name, _ path: String) -> Diagnostic {
        .error("an error page of '\(name)' is at '\(path)'", help: "Paths begin with a slash, such as '/index.html'.")
    }

    static func behaviorForEverything(_ name: Name) -> Diagnostic {
        .error(
            "a behavior of '\(name)' takes every path", help: "Make it the default one, or give it a path of its own.")
    }

    static func behaviorTwice(_ name: Name, _ path: String) -> Diagnostic {
        .error(
            "'\(name)' has two behaviors for '\(path)'",
            help: "The second would never be asked: leave one of the two out.")
    }

    static func originTwice(_ name: Name, _ id: String) -> Diagnostic {
        .error(
            "two origins of '\(name)' are called '\(id)'",
            help: "They are not the same: give one of the two another name, or make them the same.")
    }

    static func countryServed(_ name: Name, _ code: String) -> Diagnostic {
        .error(
            "'\(code)', of '\(name)', is not the code of a country",
            help: "Write the two capital letters of ISO 3166, such as 'JP'.")
    }
}
