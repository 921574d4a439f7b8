import TerraneCore

extension MetricNamespaceFacts {
    static let compute = [ecs, containerInsights, ec2, lambda]

    /// "Amazon ECS CloudWatch metrics", Amazon ECS Developer Guide.
    private static let ecs = MetricNamespaceFacts(
        "AWS/ECS",
        """
        CPUReservation CPUUtilization MemoryReservation MemoryUtilization EBSFilesystemUtilization GPUReservation
        ActiveConnectionCount NewConnectionCount ProcessedBytes RequestCount GrpcRequestCount HTTPCode_Target_2XX_Count
        HTTPCode_Target_3XX_Count HTTPCode_Target_4XX_Count HTTPCode_Target_5XX_Count RequestCountPerTarget
        TargetProcessedBytes TargetResponseTime ClientTLSNegotiationErrorCount TargetTLSNegotiationErrorCount
        """, dimensions: "ClusterName ServiceName DiscoveryName TargetDiscoveryName CapacityProviderName",
        neededBy: ["CPUUtilization": ["ClusterName"], "MemoryUtilization": ["ClusterName"]])

    /// "Amazon ECS Container Insights metrics", Amazon CloudWatch User Guide.
    private static let containerInsights = MetricNamespaceFacts(
        "ECS/ContainerInsights",
        """
        ContainerInstanceCount CpuUtilized CpuReserved DeploymentCount DesiredTaskCount EBSFilesystemSize
        EBSFilesystemUtilized EphemeralStorageReserved EphemeralStorageUtilized MemoryUtilized MemoryReserved
        NetworkRxBytes NetworkTxBytes PendingTaskCount RunningTaskCount ServiceCount StorageReadBytes StorageWriteBytes
        TaskCount TaskSetCount RestartCount UnHealthyContainerHealthStatus ContainerCpuUtilized ContainerCpuReserved
        ContainerCpuUtilization ContainerMemoryUtilized ContainerMemoryReserved ContainerMemoryUtilization
        ContainerNetworkRxBytes ContainerNetworkTxBytes ContainerStorageReadBytes ContainerStorageWriteBytes
        TaskCpuUtilization TaskMemoryUtilization TaskEphemeralStorageUtilization TaskEBSFilesystemUtilization
        instance_cpu_limit instance_cpu_reserved_capacity instance_cpu_usage_total instance_cpu_utilization
        instance_filesystem_utilization instance_memory_limit instance_memory_reserved_capacity
        instance_memory_utilization instance_memory_working_set instance_network_total_bytes instance_number_of_running_tasks
        """, needed: "ClusterName")

    /// "CloudWatch metrics that are available for your instances", Amazon EC2 User Guide. Memory and disks are not among
    /// them: the CloudWatch agent publishes those under `CWAgent`.
    private static let ec2 = MetricNamespaceFacts(
        "AWS/EC2",
        """
        CPUUtilization CPUCreditBalance CPUCreditUsage CPUSurplusCreditBalance CPUSurplusCreditsCharged DiskReadOps
        DiskWriteOps DiskReadBytes DiskWriteBytes NetworkIn NetworkOut NetworkPacketsIn NetworkPacketsOut
        MetadataNoToken MetadataNoTokenRejected EBSReadOps EBSWriteOps EBSReadBytes EBSWriteBytes EBSIOBalance%
        EBSByteBalance% StatusCheckFailed StatusCheckFailed_Instance StatusCheckFailed_System
        StatusCheckFailed_AttachedEBS DedicatedHostCPUUtilization
        """)

    /// "Types of metrics for Lambda functions", AWS Lambda Developer Guide.
    private static let lambda = MetricNamespaceFacts(
        "AWS/Lambda",
        """
        Invocations Errors DeadLetterErrors DestinationDeliveryFailures Throttles OversizedRecordCount
        ProvisionedConcurrencyInvocations ProvisionedConcurrencySpilloverInvocations RecursiveInvocationsDropped Duration
        PostRuntimeExtensionsDuration IteratorAge OffsetLag ConcurrentExecutions ProvisionedConcurrentExecutions
        ProvisionedConcurrencyUtilization UnreservedConcurrentExecutions ClaimedAccountConcurrency AsyncEventsReceived
        AsyncEventAge AsyncEventsDropped SignatureValidationErrors UrlRequestCount Url4xxCount Url5xxCount
        UrlRequestLatency
        """)
}
