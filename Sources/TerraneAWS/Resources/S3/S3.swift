import TerraneCore

/// Amazon Simple Storage Service.
public enum S3 {
    /// Why the parts of a bucket name it in Terraform alone.
    static let partReason = "it is a property of the bucket in CloudFormation"
}
