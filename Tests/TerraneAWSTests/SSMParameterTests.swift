import TerraneCore
import Testing

@testable import TerraneAWS

struct SSMParameterTests {
    private let cluster = ECS.Cluster("main", clusterName: "main")

    @Test func aParameterMayHoldWhatIsKnownOnlyOnceDeployed() {
        let parameter = SSM.Parameter("p", path: "/api/cluster", description: "Cluster", value: "c-\(cluster.arn)")
        let rows = DataTable(parameter)
        #expect(rows.terraform["value"] == rows.cloudFormation["Value"])
        #expect(rows.terraform["value"] == Value<String>("c-\(cluster.arn)").expression)
        #expect(rows.terraform["type"] == .string("String") && rows.cloudFormation["Name"] == .string("/api/cluster"))
    }

    @Test func itsARNFollowsFromItsPath() {
        let parameter = SSM.Parameter("p", path: "/api/x", description: "X", value: "1")
        guard case .interpolation(let parts) = parameter.arn.expression, case .reference(let last)? = parts.last else {
            Issue.record("not an interpolation")
            return
        }
        #expect(last.foreseen == .string("/api/x"))
    }
}
