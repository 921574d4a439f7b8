import Terrane

func backend(in network: Network, _ cluster: FargateCluster) -> FargateService {
    FargateService(
        Name("koemo-api", physical: "koemo-backend"), in: network, cluster: cluster, size: .halfCPU(gibibytes: .one)
    ) {
        Container("api", image: .named("public.ecr.aws/nginx/nginx:1.27"), port: 80)
    }
    .renamed(from: "koemo-backend")
}
