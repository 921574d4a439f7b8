import Foundation

extension Tree {
    /// JSON, read by Foundation.
    init(json bytes: [UInt8]) throws {
        self.init(try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
    }

    private init(_ value: Any) {
        switch value {
        case let text as String: self = .text(text)
        case let items as [Any]: self = .list(items.map { Tree($0) })
        case let members as [String: Any]: self = .object(members.map { ($0.key, Tree($0.value)) })
        default: self = .other("\(value)")
        }
    }
}
