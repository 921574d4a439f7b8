import TerraneCore

extension Checks {
    /// Descriptions keep to the characters that EC2 takes ("SecurityGroup" and "IpRange", Amazon EC2 API Reference).
    static func descriptions(_ inventory: Inventory) -> [Diagnostic] {
        let alphabet = Alphabet.letters(and: " ._-:/()#,@[]+=&;{}!$*")
        let types = [
            "aws_security_group", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule",
            "aws_security_group_rule",
        ]
        return types.flatMap { inventory.all($0) }.flatMap { item in
            let texts = paths(of: item.type).flatMap { item.values($0) }.compactMap { item.fact($0).text }
            return texts.compactMap { check($0, of: item, alphabet) }
        }
    }

    private static func paths(of type: String) -> [String] {
        type == "aws_security_group" ? ["description", "ingress/description", "egress/description"] : ["description"]
    }

    private static func check(_ text: String, of item: Inventory.Item, _ alphabet: Alphabet) -> Diagnostic? {
        let count = text.unicodeScalars.count
        if count > 255 { return .descriptionTooLong(item, count) }
        return text.unicodeScalars.first { !alphabet.holds($0) }.map { .descriptionCharacter(item, $0) }
    }
}

extension Diagnostic {
    fileprivate static func descriptionTooLong(_ item: Inventory.Item, _ count: Int) -> Diagnostic {
        .error(
            "the description of '\(item.name)' has \(count) characters, and EC2 takes 255", help: "Shorten it.",
            at: item.source)
    }

    fileprivate static func descriptionCharacter(_ item: Inventory.Item, _ character: Unicode.Scalar) -> Diagnostic {
        .error(
            "the description of '\(item.name)' has \(character.shown), which EC2 does not take",
            help: "Use ASCII letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*.", at: item.source)
    }
}
