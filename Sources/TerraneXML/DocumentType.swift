extension Document {
    /// What a document says it is: `<!DOCTYPE svg PUBLIC "…" "…">`.
    public struct DocumentType: Hashable, Sendable {
        /// Where its rules are written. Nothing is ever fetched from there.
        public enum ExternalID: Hashable, Sendable {
            case none
            case system(String)
            case `public`(String, system: String)
        }

        /// The name of the root element.
        public let name: String
        public let externalID: ExternalID

        public init(_ name: String, _ externalID: ExternalID = .none) {
            self.name = name
            self.externalID = externalID
        }

        public init(_ name: String, publicID: String, systemID: String) {
            self.init(name, .public(publicID, system: systemID))
        }

        /// Apple's property lists.
        public static let propertyList = DocumentType(
            "plist", publicID: "-//Apple//DTD PLIST 1.0//EN", systemID: "http://www.apple.com/DTDs/PropertyList-1.0.dtd"
        )
    }
}

extension Document.DocumentType {
    var publicID: String? {
        if case .public(let identifier, _) = externalID { identifier } else { nil }
    }

    var systemID: String? {
        switch externalID {
        case .none: nil
        case .system(let address), .public(_, let address): address
        }
    }
}
