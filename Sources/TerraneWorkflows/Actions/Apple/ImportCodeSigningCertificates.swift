/// Puts signing certificates into a keychain of their own. (`Apple-Actions/import-codesign-certs`)
public struct ImportCodeSigningCertificates: WorkflowStep {
    public var definition: StepDefinition

    public init(
        p12: WorkflowExpression, password: WorkflowExpression, keychain: String = "signing_temp",
        file: String = #fileID,
        line: Int = #line
    ) {
        let all: WorkflowMap = ["keychain": keychain, "p12-file-base64": p12, "p12-password": password]
        definition = .action(
            "Apple-Actions/import-codesign-certs", named: "Import Code-Signing Certificates", with: all, file: file,
            line: line)
    }
}
