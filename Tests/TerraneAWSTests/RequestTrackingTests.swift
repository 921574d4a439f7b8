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

    private static let pair = BlueGreenTargets(
        ELB.TargetGroup("colours", in: Edge.network.vpc, port: 3000, healthCheck: .http("/health")),
        shiftedBy: .codeDeploy)
    private static let balancer = LoadBalancer(
        "web", in: Edge.network, certificate: "arn:certificate", to: .blueGreen(pair), protectedBy: nil)

    private func shifted(_ rule: RequestTracking) -> FargateService {
        FargateService("api", in: Edge.network, cluster: FargateCluster("main"), size: .quarterCPU(.half)) {
            Container("api", image: .named("nginx"), port: 3000)
        }
        .behind(RequestTrackingTests.balancer.target)
        .deployed(.blueGreen())
        .scaling(2...6) { rule }
    }

    @Test func twoColoursAreCountedTogether() {
        let service = shifted(
            RequestTracking(1000, through: RequestTrackingTests.balancer, to: RequestTrackingTests.pair))
        #expect(service.check().isEmpty)
        let rows = table(of: "api/scaling/requests-target", in: service)
        let left = "target_tracking_scaling_policy_configuration/customized_metric_specification/metrics"
        let right = "TargetTrackingScalingPolicyConfiguration/CustomizedMetricSpecification/Metrics"
        #expect(rows?.terraform["\(left)[0]/expression"] == .string("FILL(blue, 0) + FILL(green, 0)"))
        #expect(rows?.terraform["\(left)[0]/return_data"] == .boolean(true))
        #expect(rows?.terraform["\(left)[1]/metric_stat/metric/metric_name"] == .string("RequestCountPerTarget"))
        #expect(rows?.terraform["\(left)[1]/metric_stat/stat"] == .string("Sum"))
        #expect(rows?.terraform["\(left)[1]/return_data"] == .boolean(false))
        #expect(rows?.cloudFormation["\(right)[2]/Id"] == .string("green"))
        #expect(rows?.cloudFormation["\(right)[2]/MetricStat/Metric/Dimensions[1]/Name"] == .string("TargetGroup"))
        #expect(rows?.cloudFormation["\(right)[2]/MetricStat/Stat"] == .string("Sum"))
    }

    @Test func oneColourOfTwoIsNotEnough() {
        let place = SourceLocation(file: "Stack.swift", line: 7)
        let rule = RequestTracking(
            1000, through: RequestTrackingTests.balancer, to: RequestTrackingTests.pair.blue, file: "Stack.swift",
            line: 7)
        #expect(shifted(rule).check() == [.requestsOfOneColour("api").located(at: place)])
    }

    @Test func theRequestsOfAnotherServiceAreNone() {
        let place = SourceLocation(file: "Stack.swift", line: 7)
        let rule = RequestTracking(
            1000, through: Edge.balancer, to: Edge.targets, file: "Stack.swift", line: 7)
        #expect(shifted(rule).check() == [.requestsOfOthers("api", "targets").located(at: place)])
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
