// Generated from ActionLock.json by update-action-lock. Change that, not this file.
// swift-format-ignore-file

extension ActionLock {
    static let table: [String: LockedAction] = [
        "8398a7/action-slack": LockedAction(
            version: "v3.19.0", commit: "77eaa4f1c608a7d68b38af4e3f739dcd8cba273e",
            required: ["status"],
            optional: ["author_name", "cancelled_message", "channel", "custom_payload", "failure_message", "fields", "github_base_url", "github_token", "icon_emoji", "icon_url", "if_mention", "job_name", "mention", "success_message", "text", "username"],
            outputs: []),
        "Apple-Actions/download-provisioning-profiles": LockedAction(
            version: "v6.1.0", commit: "2126b5f86a0e2863cbf4d2d312112b22b943a594",
            required: ["api-key-id", "api-private-key", "bundle-id", "issuer-id"],
            optional: ["profile-type"],
            outputs: ["profiles"]),
        "Apple-Actions/import-codesign-certs": LockedAction(
            version: "v7.0.0", commit: "5142e029c445c10ffc7149d172e540235a065466",
            required: ["p12-password"],
            optional: ["create-keychain", "keychain", "keychain-password", "p12-file-base64", "p12-filepath"],
            outputs: ["keychain-password", "security-response"]),
        "Apple-Actions/upload-testflight-build": LockedAction(
            version: "v5.2.1", commit: "1ad58030672057aa084b4e96beb6f7a8c627f9e6",
            required: ["api-key-id", "api-private-key", "app-path", "issuer-id"],
            optional: ["app-type", "backend", "release-notes", "transporter-executable-path", "uses-non-exempt-encryption", "wait-for-processing"],
            outputs: ["upload-backend"]),
        "actions/cache": LockedAction(
            version: "v5.0.5", commit: "27d5ce7f107fe9357f9df03efb73ab90386fccae",
            required: ["key", "path"],
            optional: ["enableCrossOsArchive", "fail-on-cache-miss", "lookup-only", "restore-keys", "save-always", "upload-chunk-size"],
            outputs: ["cache-hit"]),
        "actions/cache/restore": LockedAction(
            version: "v5.0.5", commit: "27d5ce7f107fe9357f9df03efb73ab90386fccae",
            required: ["key", "path"],
            optional: ["enableCrossOsArchive", "fail-on-cache-miss", "lookup-only", "restore-keys"],
            outputs: ["cache-hit", "cache-matched-key", "cache-primary-key"]),
        "actions/cache/save": LockedAction(
            version: "v5.0.5", commit: "27d5ce7f107fe9357f9df03efb73ab90386fccae",
            required: ["key", "path"],
            optional: ["enableCrossOsArchive", "upload-chunk-size"],
            outputs: []),
        "actions/checkout": LockedAction(
            version: "v7.0.1", commit: "3d3c42e5aac5ba805825da76410c181273ba90b1",
            required: [],
            optional: ["allow-unsafe-pr-checkout", "clean", "fetch-depth", "fetch-tags", "filter", "github-server-url", "lfs", "path", "persist-credentials", "ref", "repository", "set-safe-directory", "show-progress", "sparse-checkout", "sparse-checkout-cone-mode", "ssh-key", "ssh-known-hosts", "ssh-strict", "ssh-user", "submodules", "token"],
            outputs: ["commit", "ref"]),
        "actions/download-artifact": LockedAction(
            version: "v8.0.1", commit: "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
            required: [],
            optional: ["artifact-ids", "digest-mismatch", "github-token", "merge-multiple", "name", "path", "pattern", "repository", "run-id", "skip-decompress"],
            outputs: ["download-path"]),
        "actions/github-script": LockedAction(
            version: "v8.0.0", commit: "ed597411d8f924073f98dfc5c65a23a2325f34cd",
            required: ["script"],
            optional: ["base-url", "debug", "github-token", "previews", "result-encoding", "retries", "retry-exempt-status-codes", "user-agent"],
            outputs: ["result"]),
        "actions/setup-go": LockedAction(
            version: "v7.0.0", commit: "b7ad1dad31e06c5925ef5d2fc7ad053ef454303e",
            required: [],
            optional: ["architecture", "cache", "cache-dependency-path", "check-latest", "go-download-base-url", "go-version", "go-version-file", "token"],
            outputs: ["cache-hit", "go-version"]),
        "actions/setup-node": LockedAction(
            version: "v7.0.0", commit: "820762786026740c76f36085b0efc47a31fe5020",
            required: [],
            optional: ["architecture", "cache", "cache-dependency-path", "check-latest", "mirror", "mirror-token", "node-version", "node-version-file", "package-manager-cache", "registry-url", "scope", "token"],
            outputs: ["cache-hit", "cache-matched-key", "cache-primary-key", "node-version"]),
        "actions/upload-artifact": LockedAction(
            version: "v7.0.0", commit: "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",
            required: ["path"],
            optional: ["archive", "compression-level", "if-no-files-found", "include-hidden-files", "name", "overwrite", "retention-days"],
            outputs: ["artifact-digest", "artifact-id", "artifact-url"]),
        "actions/upload-artifact/merge": LockedAction(
            version: "v7.0.0", commit: "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",
            required: [],
            optional: ["compression-level", "delete-merged", "include-hidden-files", "name", "pattern", "retention-days", "separate-directories"],
            outputs: ["artifact-digest", "artifact-id", "artifact-url"]),
        "aws-actions/amazon-ecr-login": LockedAction(
            version: "v2.1.7", commit: "03f1aad4c6c7ffd436567f42f9384779290529bd",
            required: [],
            optional: ["http-proxy", "mask-password", "registries", "registry-type", "skip-logout"],
            outputs: ["registry"]),
        "aws-actions/amazon-ecs-deploy-task-definition": LockedAction(
            version: "v2.6.3", commit: "c465972ecbd160473f22e683363b422a5412a3de",
            required: ["task-definition"],
            optional: ["cluster", "codedeploy-application", "codedeploy-appspec", "codedeploy-deployment-config", "codedeploy-deployment-description", "codedeploy-deployment-group", "desired-count", "enable-ecs-managed-tags", "force-new-deployment", "keep-null-value-keys", "max-retries", "propagate-tags", "run-task", "run-task-assign-public-IP", "run-task-capacity-provider-strategy", "run-task-container-overrides", "run-task-launch-type", "run-task-managed-ebs-volume", "run-task-managed-ebs-volume-name", "run-task-security-groups", "run-task-started-by", "run-task-subnets", "run-task-tags", "service", "service-managed-ebs-volume", "service-managed-ebs-volume-name", "wait-for-minutes", "wait-for-service-stability", "wait-for-task-stopped", "wait-max-delay-seconds"],
            outputs: ["codedeploy-deployment-id", "run-task-arn", "task-definition-arn"]),
        "aws-actions/amazon-ecs-render-task-definition": LockedAction(
            version: "v1.9.0", commit: "138c24f321fdbdf7edee4a685519d253cae2cdea",
            required: ["container-name", "image"],
            optional: ["command", "docker-labels", "env-files", "environment-variables", "execution-role-arn", "log-configuration-log-driver", "log-configuration-options", "secrets", "task-definition", "task-definition-arn", "task-definition-family", "task-definition-revision", "task-role-arn"],
            outputs: ["task-definition"]),
        "aws-actions/aws-cloudformation-github-deploy": LockedAction(
            version: "v2.2.0", commit: "81e3b03d2266bcb76c4bcc37a7d71d9cb67838bb",
            required: ["name"],
            optional: ["capabilities", "change-set-name", "deployment-mode", "disable-rollback", "execute-change-set-id", "fail-on-empty-changeset", "http-proxy", "include-nested-stacks-change-set", "mode", "no-delete-failed-changeset", "no-execute-changeset", "notification-arns", "parameter-overrides", "role-arn", "s3-bucket", "s3-prefix", "tags", "template", "termination-protection", "timeout-in-minutes"],
            outputs: ["change-set-id", "change-set-name", "changes-count", "changes-markdown", "changes-summary", "has-changes", "stack-id"]),
        "aws-actions/configure-aws-credentials": LockedAction(
            version: "v6.2.3", commit: "e6de054238d6b7531b4efff3b6587d9aade6a06c",
            required: ["aws-region"],
            optional: ["action-timeout-s", "allowed-account-ids", "audience", "aws-access-key-id", "aws-profile", "aws-secret-access-key", "aws-session-token", "custom-tags", "disable-retry", "force-skip-oidc", "http-proxy", "inline-session-policy", "managed-session-policies", "mask-aws-account-id", "no-proxy", "output-credentials", "output-env-credentials", "overwrite-aws-profile", "retry-max-attempts", "role-chaining", "role-duration-seconds", "role-external-id", "role-session-name", "role-skip-session-tagging", "role-to-assume", "special-characters-workaround", "sts-endpoint", "transitive-tag-keys", "unset-current-credentials", "use-existing-credentials", "web-identity-token-file"],
            outputs: ["aws-access-key-id", "aws-account-id", "aws-expiration", "aws-secret-access-key", "aws-session-token"]),
        "codecov/codecov-action": LockedAction(
            version: "v5.5.2", commit: "671740ac38dd9b0130fbe1cec585b89eea48d3de",
            required: [],
            optional: ["base_sha", "binary", "codecov_yml_path", "commit_parent", "directory", "disable_file_fixes", "disable_safe_directory", "disable_search", "disable_telem", "dry_run", "env_vars", "exclude", "fail_ci_if_error", "files", "flags", "force", "gcov_args", "gcov_executable", "gcov_ignore", "gcov_include", "git_service", "handle_no_reports_found", "job_code", "name", "network_filter", "network_prefix", "os", "override_branch", "override_build", "override_build_url", "override_commit", "override_pr", "plugins", "recurse_submodules", "report_code", "report_type", "root_dir", "run_command", "skip_validation", "slug", "swift_project", "token", "url", "use_legacy_upload_endpoint", "use_oidc", "use_pypi", "verbose", "version", "working-directory"],
            outputs: []),
        "docker/build-push-action": LockedAction(
            version: "v7.3.0", commit: "53b7df96c91f9c12dcc8a07bcb9ccacbed38856a",
            required: [],
            optional: ["add-hosts", "allow", "annotations", "attests", "build-args", "build-contexts", "builder", "cache-from", "cache-to", "call", "cgroup-parent", "context", "file", "github-token", "labels", "load", "network", "no-cache", "no-cache-filters", "outputs", "platforms", "provenance", "pull", "push", "sbom", "secret-envs", "secret-files", "secrets", "shm-size", "ssh", "tags", "target", "ulimit"],
            outputs: ["digest", "imageid", "metadata"]),
        "docker/setup-buildx-action": LockedAction(
            version: "v4.3.0", commit: "37fe631027851001ddb9b187196cc803df7f5f0e",
            required: [],
            optional: ["append", "buildkitd-config", "buildkitd-config-inline", "buildkitd-flags", "cache-binary", "cleanup", "driver", "driver-opts", "endpoint", "keep-state", "name", "platforms", "use", "version"],
            outputs: ["driver", "endpoint", "flags", "name", "nodes", "platforms", "status"]),
        "github/codeql-action/analyze": LockedAction(
            version: "v4.36.2", commit: "8aad20d150bbac5944a9f9d289da16a4b0d87c1e",
            required: [],
            optional: ["add-snippets", "category", "check_name", "checkout_path", "cleanup-level", "expect-error", "matrix", "output", "post-processed-sarif-path", "ram", "ref", "sha", "skip-queries", "threads", "token", "upload", "upload-database", "wait-for-processing"],
            outputs: ["db-locations", "sarif-id", "sarif-output"]),
        "github/codeql-action/init": LockedAction(
            version: "v4.36.2", commit: "8aad20d150bbac5944a9f9d289da16a4b0d87c1e",
            required: [],
            optional: ["analysis-kinds", "build-mode", "check-run-id", "config", "config-file", "db-location", "debug", "debug-artifact-name", "debug-database-name", "dependency-caching", "external-repository-token", "languages", "matrix", "packs", "quality-queries", "queries", "ram", "registries", "setup-python-dependencies", "source-root", "threads", "token", "tools", "trap-caching"],
            outputs: ["codeql-path", "codeql-version"]),
        "github/codeql-action/upload-sarif": LockedAction(
            version: "v4.36.2", commit: "8aad20d150bbac5944a9f9d289da16a4b0d87c1e",
            required: [],
            optional: ["category", "checkout_path", "matrix", "ref", "sarif_file", "sha", "token", "wait-for-processing"],
            outputs: ["sarif-id", "sarif-ids"]),
        "hashicorp/setup-terraform": LockedAction(
            version: "v4.0.1", commit: "dfe3c3f87815947d99a8997f908cb6525fc44e9e",
            required: [],
            optional: ["cli_config_credentials_hostname", "cli_config_credentials_token", "terraform_version", "terraform_wrapper"],
            outputs: []),
        "maxim-lobanov/setup-xcode": LockedAction(
            version: "v1.6.0", commit: "60606e260d2fc5762a71e64e74b2174e8ea3c8bd",
            required: [],
            optional: ["xcode-version"],
            outputs: []),
        "shivammathur/setup-php": LockedAction(
            version: "2.37.2", commit: "f3e473d116dcccaddc5834248c87452386958240",
            required: [],
            optional: ["coverage", "extensions", "github-token", "ini-file", "ini-values", "php-version", "php-version-file", "tools"],
            outputs: ["php-version"]),
        "slackapi/slack-github-action": LockedAction(
            version: "v4.0.0", commit: "dcb1066f776dd043e64d0e8ba94ca15cc7e1875d",
            required: [],
            optional: ["api", "errors", "method", "payload", "payload-delimiter", "payload-file-path", "payload-templated", "proxy", "retries", "token", "webhook", "webhook-type"],
            outputs: ["channel_id", "ok", "response", "thread_ts", "time", "ts"]),
        "slackapi/slack-github-action/cli": LockedAction(
            version: "v4.0.0", commit: "dcb1066f776dd043e64d0e8ba94ca15cc7e1875d",
            required: ["command"],
            optional: ["token", "version"],
            outputs: ["ok", "response", "time"]),
        "snyk/actions": LockedAction(
            version: "0.4.0", commit: "b98d498629f1c368650224d6d212bf7dfa89e4bf",
            required: [],
            optional: ["args", "command", "json"],
            outputs: []),
        "snyk/actions/docker": LockedAction(
            version: "0.4.0", commit: "b98d498629f1c368650224d6d212bf7dfa89e4bf",
            required: [],
            optional: ["args", "command", "image", "json", "sarif"],
            outputs: []),
        "snyk/actions/golang": LockedAction(
            version: "0.4.0", commit: "b98d498629f1c368650224d6d212bf7dfa89e4bf",
            required: [],
            optional: ["args", "command", "json"],
            outputs: []),
        "snyk/actions/iac": LockedAction(
            version: "0.4.0", commit: "b98d498629f1c368650224d6d212bf7dfa89e4bf",
            required: [],
            optional: ["args", "command", "file", "json", "sarif"],
            outputs: []),
        "snyk/actions/node": LockedAction(
            version: "0.4.0", commit: "b98d498629f1c368650224d6d212bf7dfa89e4bf",
            required: [],
            optional: ["args", "command", "json"],
            outputs: []),
        "snyk/actions/php": LockedAction(
            version: "0.4.0", commit: "b98d498629f1c368650224d6d212bf7dfa89e4bf",
            required: [],
            optional: ["args", "command", "json"],
            outputs: []),
        "snyk/actions/setup": LockedAction(
            version: "0.4.0", commit: "b98d498629f1c368650224d6d212bf7dfa89e4bf",
            required: [],
            optional: ["snyk-version"],
            outputs: ["version"]),
        "swift-actions/setup-swift": LockedAction(
            version: "v2.4.0", commit: "7ca6abe6b3b0e8b5421b88be48feee39cbf52c6a",
            required: [],
            optional: ["swift-version"],
            outputs: ["version"]),
    ]
}
