import Terrane

/// How changes of the systems' infrastructure reach their accounts: planned in the pull request, where a comment shows it, and
/// applied from `main`, environment by environment. KOEMO, whose Atlas keys nobody else should have, has a workflow of its own.
enum PlatformTeam {
    static var workflow: PlatformWorkflow {
        PlatformWorkflow(
            "platform-team",
            of: [
                deployment(Affiliate.production, with: paging.merging(origin)), deployment(Morrow.staging),
                deployment(Morrow.production), deployment(Platform.staging, with: paging.merging(rotation)),
                deployment(Platform.production, with: paging.merging(rotation)),
                deployment(Platform.recovery, with: paging), deployment(RainbowSeeker.staging),
                deployment(RainbowSeeker.production),
            ], preparedBy: ".ci/setup")
    }

    private static let paging: WorkflowMap = [
        "slack_workspace": .variable("SLACK_WORKSPACE"), "slack_channel": .variable("SLACK_CHANNEL"),
        "pager_url": .secret("PAGER_URL"),
    ]
    private static let rotation: WorkflowMap = ["rotation_function": .variable("ROTATION_FUNCTION")]
    private static let origin: WorkflowMap = ["origin_secret": .secret("ORIGIN_SECRET")]

    /// The zone is a variable of each environment, for each has another.
    private static func deployment(_ stack: any Stack, with more: WorkflowMap = [:]) -> PlatformDeployment {
        let label = "\(stack.name.dashed)-\(stack.environment.name)".uppercased().split(separator: "-")
        let zone = label.joined(separator: "_") + "_ZONE"
        let variables: WorkflowMap = ["hosted_zone_id": .variable(zone), "alert_email": .variable("ALERT_EMAIL")]
        let keys: WorkflowMap =
            stack is Affiliate ? ["DD_API_KEY": .secret("DD_API_KEY"), "DD_APP_KEY": .secret("DD_APP_KEY")] : [:]
        return PlatformDeployment(
            stack, planRole: "\(stack.name.dashed)-plan", applyRole: "\(stack.name.dashed)-apply",
            variables: variables.merging(more), credentials: keys)
    }
}
