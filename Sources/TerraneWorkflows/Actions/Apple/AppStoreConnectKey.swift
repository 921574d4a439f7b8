/// A key of the App Store Connect API, as the secrets that hold it.
///
/// ("Creating API Keys for App Store Connect API", Apple Developer Documentation.)
public struct AppStoreConnectKey: Sendable {
    public let issuer: WorkflowExpression
    public let id: WorkflowExpression
    public let privateKey: WorkflowExpression

    public init(issuer: WorkflowExpression, id: WorkflowExpression, privateKey: WorkflowExpression) {
        self.issuer = issuer
        self.id = id
        self.privateKey = privateKey
    }

    var inputs: WorkflowMap { ["issuer-id": issuer, "api-key-id": id, "api-private-key": privateKey] }
}
