import Terrane

struct Koemo: Stack {
    let name: Name = "koemo"
    let environment: DeploymentEnvironment
    let region = Region.tokyo
    var network: Network { Network("koemo", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .perZone) }
    var body: Content { network }
}
