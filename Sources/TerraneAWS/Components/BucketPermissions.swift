import TerraneCore

/// What a role may do with a bucket: `permissions: [.managing(uploads, under: "uploads/"), .listing(uploads)]`.
extension IAM.Statement {
    /// Permission to read objects.
    public static func reading(_ bucket: PrivateBucket, under prefix: String = "") -> IAM.Statement {
        .allow("s3:GetObject", on: [bucket.objects(under: prefix)])
    }

    /// Permission to write objects, new ones or over others, and to give up a write that was begun.
    public static func writing(_ bucket: PrivateBucket, under prefix: String = "") -> IAM.Statement {
        .allow("s3:PutObject", "s3:AbortMultipartUpload", on: [bucket.objects(under: prefix)])
    }

    /// Permission to read, write and delete objects. Old versions stay.
    public static func managing(_ bucket: PrivateBucket, under prefix: String = "") -> IAM.Statement {
        .allow(
            "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload",
            on: [bucket.objects(under: prefix)])
    }

    /// Permission to see which objects there are. Without it a missing object is a refusal, not a "not found".
    public static func listing(_ bucket: PrivateBucket, under prefix: String = "") -> IAM.Statement {
        prefix.isEmpty
            ? .allow("s3:ListBucket", on: [bucket.arn])
            : .allow("s3:ListBucket", on: [bucket.arn], if: .like("s3:prefix", Value("\(prefix)*")))
    }
}
