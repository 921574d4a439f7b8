import TerraneCore

extension StateBackend {
    /// What Terraform needs of its state in S3 ("Backend Type: s3", Terraform documentation).
    func statements(writing: Bool) -> [IAM.Statement] {
        guard case .s3(let bucket, let key, _) = self else { return [] }
        let (all, state) = (StateBackend.arn(bucket), StateBackend.arn("\(bucket)/\(key)"))
        let actions = writing ? ["s3:GetObject", "s3:PutObject"] : ["s3:GetObject"]
        return [
            .allow("s3:ListBucket", on: [all]),
            IAM.Statement(.allow, actions: actions, resources: [state]),
            .allow("s3:GetObject", "s3:PutObject", "s3:DeleteObject", on: ["\(state).tflock"]),
        ]
    }

    var objects: [Value<ARN>] {
        guard case .s3(let bucket, let key, _) = self else { return [] }
        return [StateBackend.arn("\(bucket)/\(key)"), StateBackend.arn("\(bucket)/\(key).tflock")]
    }

    private static func arn(_ path: String) -> Value<ARN> { "arn:\(Deployment.partition):s3:::\(path)" }
}
