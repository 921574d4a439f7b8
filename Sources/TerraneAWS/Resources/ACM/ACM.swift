import TerraneCore

/// AWS Certificate Manager.
public enum ACM {
    /// Why CloudFormation has neither validation records nor a validation.
    static let recordsReason = "CloudFormation makes the records itself"
    static let waitReason = "CloudFormation waits for the certificate itself"
}
