public import TerraneCore

// What somebody else made, and whose ARN follows from its name: nothing needs to be looked up. Each is of the type that
// a stack would make itself, so whatever takes the one takes the other; listing it is an error.

extension SecretsManager.Secret {
    /// The secret of this name, and the customer managed key that it is encrypted with, if it is.
    ///
    ///     Secret("JWT_SECRET", from: SecretsManager.Secret.existing("jwt", secretName: "koemo/jwt"))
    public static func existing(
        _ name: Name, secretName: String, encryptedWith key: Value<ARN>? = nil, file: String = #fileID,
        line: Int = #line
    ) -> SecretsManager.Secret {
        SecretsManager.Secret(
            name, secretName: secretName, description: "", encryptedWith: key, file: file, line: line
        )
        .existing { argument("name", secretName) }
    }
}

extension SSM.Parameter {
    /// The parameter at this path, plain or a SecureString that somebody put there by hand: its value is in no
    /// artifact.
    ///
    ///     Secret("API_TOKEN", from: SSM.Parameter.existing("token", path: "/koemo/production/token"))
    public static func existing(
        _ name: Name, path: String, file: String = #fileID, line: Int = #line
    ) -> SSM.Parameter {
        SSM.Parameter(name, path: path, description: "", value: "", file: file, line: line)
            .existing { argument("name", path) }
    }
}

extension ECR.Repository {
    /// The repository of this name in the stack's account and region.
    public static func existing(
        _ name: Name, repositoryName: String, file: String = #fileID, line: Int = #line
    ) -> ECR.Repository {
        ECR.Repository(name, repositoryName: repositoryName, file: file, line: line)
            .existing { argument("name", repositoryName) }
    }
}

extension S3.Bucket {
    /// The bucket of this name.
    public static func existing(
        _ name: Name, bucketName: String, file: String = #fileID, line: Int = #line
    ) -> S3.Bucket {
        S3.Bucket(name, bucketName: bucketName, file: file, line: line).existing { argument("bucket", bucketName) }
    }
}

extension IAM.Role {
    /// The role of this name in the stack's account.
    public static func existing(
        _ name: Name, roleName: String, file: String = #fileID, line: Int = #line
    ) -> IAM.Role {
        IAM.Role(
            name, roleName: roleName, description: "", trust: IAM.PolicyDocument([]), file: file, line: line
        )
        .existing { argument("name", roleName) }
    }
}

extension IAM.OIDCProvider {
    /// The provider of this host, of which an account has one: GitHub's is `token.actions.githubusercontent.com`.
    public static func existing(
        _ name: Name, host: String, file: String = #fileID, line: Int = #line
    ) -> IAM.OIDCProvider {
        IAM.OIDCProvider(name, host: host, audiences: [], file: file, line: line)
            .existing { argument("url", "https://\(host)") }
    }
}
