import Terrane
import TerraneCLI

/// A stack with one of each mistake. The marks say what a test expects of the line.
struct Mistaken: Stack {
    let name: Name = "mistaken"
    let environment = DeploymentEnvironment.staging
    let region = Region.tokyo
    let account: AccountID? = "111122223333"

    var network: Network { Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)) }
    var elsewhere: Network { Network("elsewhere", cidr: "10.1.0.0/16", zones: .tokyo(.a, .c)) }
    var cluster: FargateCluster { FargateCluster("cluster") }

    var api: FargateService {
        FargateService("api", in: network, cluster: cluster, size: .quarterCPU(.half)) {
            Container("api", image: .named("public.ecr.aws/nginx/nginx:1.27"), port: 80) {
                Variable("DB_PASSWORD", "hunter2")  // literal secret
            }
        }
    }

    var checks: Workflow {
        Workflow("checks", name: "Checks", on: .push(branches: ["main"])) {
            Job("test") {
                Checkout(with: ["fetch-depht": "0"])  // unknown input
            }
        }
    }

    var body: Content {
        network
        cluster
        api
        Connection(from: api, to: Internet())
        Logs.LogGroup("logs", groupName: "/a", retention: .oneWeek)
        Logs.LogGroup("logs", groupName: "/b", retention: .oneWeek)  // name used twice
        EC2.SecurityGroup("group", in: elsewhere.vpc, description: "Group")  // not listed
        Network("third", cidr: "10.2.0.0/99", zones: .tokyo(.a, .c))  // malformed CIDR
        checks
    }
}

@main struct MistakenStacks: StackProgram {
    static var stacks: [any Stack] {
        Mistaken()
    }
}
