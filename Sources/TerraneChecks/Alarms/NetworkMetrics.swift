import TerraneCore

extension MetricNamespaceFacts {
    static let network = [applicationBalancer, networkBalancer, nat]

    /// "CloudWatch metrics for your Application Load Balancer", User Guide for Application Load Balancers.
    private static let applicationBalancer = MetricNamespaceFacts(
        "AWS/ApplicationELB",
        """
        ActiveConnectionCount AnomalousHostCount ClientTLSNegotiationErrorCount ConsumedLCUs PeakLCUs
        DesyncMitigationMode_NonCompliant_Request_Count DroppedInvalidHeaderRequestCount ELBAuthError ELBAuthFailure
        ELBAuthLatency ELBAuthRefreshTokenSuccess ELBAuthSuccess ELBAuthUserClaimsSizeExceeded
        ForwardedInvalidHeaderRequestCount GrpcRequestCount HTTP_Fixed_Response_Count HTTP_Redirect_Count
        HTTP_Redirect_Url_Limit_Exceeded_Count HTTPCode_ELB_3XX_Count HTTPCode_ELB_4XX_Count HTTPCode_ELB_5XX_Count
        HTTPCode_ELB_500_Count HTTPCode_ELB_502_Count HTTPCode_ELB_503_Count HTTPCode_ELB_504_Count
        HTTPCode_Target_2XX_Count HTTPCode_Target_3XX_Count HTTPCode_Target_4XX_Count HTTPCode_Target_5XX_Count
        HealthyHostCount HealthyStateDNS HealthyStateRouting IPv6ProcessedBytes IPv6RequestCount LambdaInternalError
        LambdaTargetProcessedBytes LambdaUserError LowReputationPacketsDropped LowReputationRequestsDenied
        MitigatedHostCount NewConnectionCount NonStickyRequestCount ProcessedBytes RejectedConnectionCount RequestCount
        RequestCountPerTarget RuleEvaluations StandardProcessedBytes TargetConnectionErrorCount TargetResponseTime
        TargetTLSNegotiationErrorCount UnHealthyHostCount UnhealthyRoutingRequestCount UnhealthyStateDNS
        UnhealthyStateRouting
        """, dimensions: "LoadBalancer TargetGroup AvailabilityZone",
        neededBy: [
            "HealthyHostCount": ["LoadBalancer", "TargetGroup"], "UnHealthyHostCount": ["LoadBalancer", "TargetGroup"],
            "HTTPCode_ELB_5XX_Count": ["LoadBalancer"], "ActiveConnectionCount": ["LoadBalancer"],
            "RejectedConnectionCount": ["LoadBalancer"],
        ])

    /// "CloudWatch metrics for your Network Load Balancer", User Guide for Network Load Balancers.
    private static let networkBalancer = MetricNamespaceFacts(
        "AWS/NetworkELB",
        """
        ActiveFlowCount ActiveFlowCount_TCP ActiveFlowCount_TLS ActiveFlowCount_UDP ActiveZonalShiftHostCount
        ClientTLSNegotiationErrorCount ConsumedLCUs ConsumedLCUs_TCP ConsumedLCUs_TLS ConsumedLCUs_UDP HealthyHostCount
        NewFlowCount NewFlowCount_TCP NewFlowCount_TLS NewFlowCount_UDP PeakBytesPerSecond PeakPacketsPerSecond
        PortAllocationErrorCount ProcessedBytes ProcessedBytes_TCP ProcessedBytes_TLS ProcessedBytes_UDP
        ProcessedPackets RejectedFlowCount RejectedFlowCount_TCP SecurityGroupBlockedFlowCount_Inbound_ICMP
        SecurityGroupBlockedFlowCount_Inbound_TCP SecurityGroupBlockedFlowCount_Inbound_UDP
        SecurityGroupBlockedFlowCount_Outbound_ICMP SecurityGroupBlockedFlowCount_Outbound_TCP
        SecurityGroupBlockedFlowCount_Outbound_UDP TargetTLSNegotiationErrorCount TCP_Client_Reset_Count
        TCP_ELB_Reset_Count TCP_Target_Reset_Count UnHealthyHostCount UnhealthyRoutingFlowCount
        """)

    /// "NAT gateway metrics and dimensions", Amazon VPC User Guide.
    private static let nat = MetricNamespaceFacts(
        "AWS/NATGateway",
        """
        ActiveConnectionCount BytesInFromDestination BytesInFromSource BytesOutToDestination BytesOutToSource
        ConnectionAttemptCount ConnectionEstablishedCount ErrorPortAllocation IdleTimeoutCount PacketsDropCount
        PacketsInFromDestination PacketsInFromSource PacketsOutToDestination PacketsOutToSource PeakBytesPerSecond
        PeakPacketsPerSecond
        """, dimensions: "NatGatewayId", needed: "NatGatewayId")
}
