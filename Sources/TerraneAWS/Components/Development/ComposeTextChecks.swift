import TerraneCore

extension ComposeService {
    /// Afterwards Compose reads variables, their fallbacks and volumes as what they are ("Interpolation" and "Services
    /// top-level elements", Docker documentation).
    func checkTexts() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for name in settings.map(\.name) where name.isEmpty || name.utf8.contains(where: endsVariable) {
            problems.append(.composeVariable(name))
        }
        for question in settings.flatMap(\.text.questions) {
            if !isShellName(question.name) { problems.append(.composeVariable(question.name)) }
            if let fallback = question.fallback, fallback.utf8.contains(where: isBrace) {
                problems.append(.composeFallback(question.name))
            }
        }
        for volume in volumes where volume.isAmbiguous { problems.append(.composeVolume(volume.path)) }
        return problems.map { $0.located(at: source) }
    }

    /// The equals sign, and NUL.
    private func endsVariable(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "=") || byte == 0 }

    private func isBrace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") }

    private func isShellName(_ name: String) -> Bool { ScriptFact(name, "").isWellNamed }
}

extension ComposeText {
    /// What a developer is asked for.
    fileprivate var questions: [(name: String, fallback: String?)] {
        parts.compactMap { if case .setting(let name, let fallback) = $0 { (name, fallback) } else { nil } }
    }
}

extension ComposeService.Volume {
    /// Whether the short form `volume:path` would be divided elsewhere.
    fileprivate var isAmbiguous: Bool {
        let colon = UInt8(ascii: ":")
        switch origin {
        case .folder(let folder): return folder.isEmpty || (folder + path).utf8.contains(colon)
        case .named(let name):
            return path.utf8.contains(colon) || name.isEmpty || !name.utf8.allSatisfy(ComposeService.Volume.isNameByte)
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "._-".utf8.contains(byte)
        }
    }
}

extension Diagnostic {
    fileprivate static func composeVariable(_ name: String) -> Diagnostic {
        .error(
            "'\(name)' cannot be the name of a variable", help: "Use ASCII letters, digits and '_', a digit not first.")
    }

    fileprivate static func composeFallback(_ name: String) -> Diagnostic {
        .error(
            "what holds without '\(name)' has a brace in it, which Compose takes for the end",
            help: "Say it in `.env`: `.required(\"\(name)\")`.")
    }

    fileprivate static func composeVolume(_ path: String) -> Diagnostic {
        .error(
            "the volume at '\(path)' has a colon in it, or no name",
            help: "Compose writes volumes as 'name:path'; names are letters, digits, '.', '-' and '_'.")
    }
}
