import TerraneCore
import Testing

@testable import TerraneAWS

/// Scaling by the requests that each task gets.
struct RequestTrackingTests {
    private func service(_ target: Int) -> FargateService {
        FargateService("api", in: Edge.network, cluster: FargateCluster("main"), size: .quarterCPU(.half)) {
            Container("api", image: .named("nginx"), port: 3000)
        }
        .behind(Edge.balancer.target)
        .scaling(2...6) {
            RequestTracking(
                target, through: Edge.balancer, to: Edge.targets, scaleOutCooldown: .minutes(3),
                scaleInCooldown: .minutes(5), file: "Stack.swift", line: 7)
        }
    }

    @Test func aPolicyCountsRequestsOfABalancerToAGroup() {
        let rows = table(of: "api/scaling/requests-target", in: service(1000))
        let left = "target_tracking_scaling_policy_configuration"
        let right = "TargetTrackingScalingPolicyConfiguration"
        let metric = "predefined_metric_specification"
        #expect(
            rows?.terraform["\(left)/\(metric)/predefined_metric_type"] == .string("ALBRequestCountPerTarget"))
        #expect(rows?.terraform["\(left)/target_value"] == .number(1000))
        #expect(rows?.cloudFormation["\(right)/TargetValue"] == .number(1000))
        #expect(rows?.cloudFormation["\(right)/ScaleOutCooldown"] == .integer(180))
        #expect(rows?.cloudFormation["\(right)/ScaleInCooldown"] == .integer(300))
        let label = "\"(<alb: arn_suffix, LoadBalancerFullName>)/(<targets: arn_suffix, TargetGroupFullName>)\""
        #expect(rows?.terraform["\(left)/\(metric)/resource_label"]?.shortText == label)
        #expect(rows?.cloudFormation["\(right)/PredefinedMetricSpecification/ResourceLabel"]?.shortText == label)
    }

    @Test(arguments: [0, -1])
    func noTaskIsKeptAtNoRequests(target: Int) {
        let place = SourceLocation(file: "Stack.swift", line: 7)
        #expect(service(target).check() == [.requestTarget(target).located(at: place)])
    }

    @Test func oneRequestIsEnough() {
        #expect(problems(of: service(1)).isEmpty)
    }
}
