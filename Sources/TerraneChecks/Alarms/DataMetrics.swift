import TerraneCore

extension MetricNamespaceFacts {
    static let data = [rds, elastiCache, dynamo, s3, backup, efs]

    /// "Amazon CloudWatch metrics for Amazon RDS", Amazon RDS User Guide; "Amazon CloudWatch metrics for Amazon Aurora",
    /// Amazon Aurora User Guide.
    private static let rds = MetricNamespaceFacts(
        "AWS/RDS",
        """
        BinLogDiskUsage BurstBalance CPUUtilization CPUCreditUsage CPUCreditBalance CPUSurplusCreditBalance
        CPUSurplusCreditsCharged CheckpointLag ConnectionAttempts DatabaseConnections DiskQueueDepth DiskQueueDepthLogVolume
        EBSByteBalance% EBSIOBalance% FailedSQLServerAgentJobsCount FreeableMemory FreeLocalStorage
        FreeLocalStoragePercent FreeStorageSpace FreeStorageSpaceLogVolume MaximumUsedTransactionIDs
        NetworkReceiveThroughput NetworkTransmitThroughput OldestReplicationSlotLag OldestLogicalReplicationSlotLag
        ReadIOPS ReadIOPSLogVolume ReadIOPSLocalStorage ReadLatency ReadLatencyLogVolume ReadLatencyLocalStorage
        ReadThroughput ReadThroughputLogVolume ReadThroughputLocalStorage ReplicaLag ReplicationChannelLag
        ReplicationSlotDiskUsage SwapUsage TransactionLogsDiskUsage TransactionLogsGeneration WriteIOPS WriteIOPSLogVolume
        WriteIOPSLocalStorage WriteLatency WriteLatencyLogVolume WriteLatencyLocalStorage WriteThroughput
        WriteThroughputLogVolume WriteThroughputLocalStorage DBLoad DBLoadCPU DBLoadNonCPU DBLoadRelativeToNumVCPUs
        DatabaseConnectionsBorrowLatency DatabaseConnectionsCurrentlyBorrowed
        DatabaseConnectionsCurrentlySessionPinned ClientConnections ClientConnectionsReceived QueryRequests
        ACUUtilization AbortedClients ActiveTransactions AuroraBinlogReplicaLag AuroraDMLRejectedMasterFull
        AuroraDMLRejectedWriterFull AuroraEstimatedSharedMemoryBytes AuroraGlobalDBDataTransferBytes
        AuroraGlobalDBProgressLag AuroraGlobalDBReplicatedWriteIO AuroraGlobalDBReplicationLag AuroraGlobalDBRPOLag
        AuroraMemoryHealthState AuroraOptimizedReadsCacheHitRatio AuroraReplicaLag AuroraReplicaLagMaximum
        AuroraReplicaLagMinimum AuroraVolumeBytesLeftTotal BackupRetentionPeriodStorageUsed BacktrackChangeRecordsCreationRate
        BacktrackChangeRecordsStored BacktrackWindowActual BacktrackWindowAlert BlockedTransactions
        BufferCacheHitRatio CommitLatency CommitThroughput DDLLatency DDLThroughput DMLLatency DMLThroughput Deadlocks
        DeleteLatency DeleteThroughput EngineUptime InsertLatency InsertThroughput LoginFailures NetworkThroughput
        Queries RDSToAuroraPostgreSQLReplicaLag ResultSetCacheHitRatio RollbackSegmentHistoryListLength
        RowLockTime SelectLatency SelectThroughput ServerlessDatabaseCapacity SnapshotStorageUsed StorageNetworkReceiveThroughput
        StorageNetworkThroughput StorageNetworkTransmitThroughput SumBinaryLogSize NumBinaryLogFiles
        TotalBackupStorageBilled UpdateLatency UpdateThroughput VolumeBytesUsed VolumeReadIOPs VolumeWriteIOPs
        TempStorageIOPS TempStorageThroughput
        """)

    /// "Metrics for Valkey and Redis OSS", "Host-Level Metrics", Amazon ElastiCache User Guide.
    private static let elastiCache = MetricNamespaceFacts(
        "AWS/ElastiCache",
        """
        CPUUtilization CPUCreditBalance CPUCreditUsage FreeableMemory NetworkBytesIn NetworkBytesOut NetworkPacketsIn
        NetworkPacketsOut NetworkBandwidthInAllowanceExceeded NetworkConntrackAllowanceExceeded
        NetworkBandwidthOutAllowanceExceeded NetworkPacketsPerSecondAllowanceExceeded NetworkMaxBytesIn
        NetworkMaxBytesOut NetworkMaxPacketsIn NetworkMaxPacketsOut SwapUsage ActiveDefragHits AuthenticationFailures
        BytesUsedForCache BytesReadFromDisk BytesWrittenToDisk CacheHits CacheMisses CacheHitRate CommandAuthorizationFailures
        ChannelAuthorizationFailures CurrConnections CurrItems CurrVolatileItems DatabaseCapacityUsagePercentage
        DatabaseCapacityUsageCountedForEvictPercentage DatabaseMemoryUsagePercentage
        DatabaseMemoryUsageCountedForEvictPercentage DB0AverageTTL EngineCPUUtilization Evictions
        GlobalDatastoreReplicationLag IamAuthenticationExpirations IamAuthenticationThrottling IsMaster
        KeyAuthorizationFailures KeysTracked MemoryFragmentationRatio NewConnections NumItemsReadFromDisk
        NumItemsWrittenToDisk MasterLinkHealthStatus Reclaimed ReplicationBytes ReplicationLag SaveInProgress
        SuccessfulReadRequestLatency SuccessfulWriteRequestLatency TrafficManagementActive EvalBasedCmds GeoSpatialBasedCmds
        GetTypeCmds HashBasedCmds HyperLogLogBasedCmds KeyBasedCmds ListBasedCmds NonKeyTypeCmds PubSubBasedCmds
        SetBasedCmds SetTypeCmds SortedSetBasedCmds StringBasedCmds StreamBasedCmds ElastiCacheProcessingUnits
        ThrottledCmds TotalCmdsCount SuccessfulReadRequestLatency BytesUsedForCacheItems CasBadval CasHits CasMisses
        CmdFlush CmdGet CmdSet CmdTouch CurrConfig DecrHits DecrMisses DeleteHits DeleteMisses EvictedUnfetched
        ExpiredUnfetched GetHits GetMisses IncrHits IncrMisses NewItems SlabsMoved TouchHits TouchMisses UnusedMemory
        BytesUsedForHash EvictedUnfetched
        """)

    /// "DynamoDB metrics and dimensions", Amazon DynamoDB Developer Guide.
    private static let dynamo = MetricNamespaceFacts(
        "AWS/DynamoDB",
        """
        AccountMaxReads AccountMaxTableLevelReads AccountMaxTableLevelWrites AccountMaxWrites
        AccountProvisionedReadCapacityUtilization AccountProvisionedWriteCapacityUtilization AgeOfOldestUnreplicatedRecord
        ConditionalCheckFailedRequests ConsumedChangeDataCaptureUnits ConsumedReadCapacityUnits
        ConsumedWriteCapacityUnits FailedToReplicateRecordCount FaultInjectionServiceInducedErrors
        MaxProvisionedTableReadCapacityUtilization MaxProvisionedTableWriteCapacityUtilization OnDemandMaxReadRequestUnits
        OnDemandMaxWriteRequestUnits OnlineIndexConsumedWriteCapacity OnlineIndexPercentageProgress
        OnlineIndexThrottleEvents PendingReplicationCount ProvisionedReadCapacityUnits ProvisionedWriteCapacityUnits
        ReadAccountLimitThrottleEvents ReadKeyRangeThroughputThrottleEvents ReadMaxOnDemandThroughputThrottleEvents
        ReadProvisionedThroughputThrottleEvents ReadThrottleEvents ReplicationLatency ReturnedBytes ReturnedItemCount
        ReturnedRecordsCount SuccessfulRequestLatency SystemErrors ThrottledPutRecordCount ThrottledRequests
        TimeToLiveDeletedItemCount TransactionConflict UserErrors WriteAccountLimitThrottleEvents
        WriteKeyRangeThroughputThrottleEvents WriteMaxOnDemandThroughputThrottleEvents
        WriteProvisionedThroughputThrottleEvents WriteThrottleEvents
        """)

    /// "Amazon S3 metrics and dimensions", Amazon S3 User Guide.
    private static let s3 = MetricNamespaceFacts(
        "AWS/S3",
        """
        BucketSizeBytes NumberOfObjects AllRequests GetRequests PutRequests DeleteRequests HeadRequests PostRequests
        SelectRequests SelectBytesScanned SelectBytesReturned ListRequests BytesDownloaded BytesUploaded 4xxErrors
        5xxErrors FirstByteLatency TotalRequestLatency ReplicationLatency BytesPendingReplication
        OperationsPendingReplication OperationsFailedReplication
        """)

    /// "AWS Backup metrics with CloudWatch", AWS Backup Developer Guide.
    private static let backup = MetricNamespaceFacts(
        "AWS/Backup",
        """
        NumberOfBackupJobsCreated NumberOfBackupJobsPending NumberOfBackupJobsRunning NumberOfBackupJobsAborted
        NumberOfBackupJobsCompleted NumberOfBackupJobsFailed NumberOfBackupJobsExpired NumberOfCopyJobsCreated
        NumberOfCopyJobsRunning NumberOfCopyJobsCompleted NumberOfCopyJobsFailed NumberOfRestoreJobsPending
        NumberOfRestoreJobsRunning NumberOfRestoreJobsCompleted NumberOfRestoreJobsFailed
        NumberOfRecoveryPointsCompleted NumberOfRecoveryPointsPartial NumberOfRecoveryPointsExpired
        NumberOfRecoveryPointsDeleting NumberOfRecoveryPointsCold
        """)

    /// "Amazon CloudWatch metrics for Amazon EFS", Amazon Elastic File System User Guide.
    private static let efs = MetricNamespaceFacts(
        "AWS/EFS",
        """
        BurstCreditBalance ClientConnections DataReadIOBytes DataWriteIOBytes MetadataIOBytes MetadataReadIOBytes
        MetadataWriteIOBytes MeteredIOBytes PercentIOLimit PermittedThroughput StorageBytes TimeSinceLastSync TotalIOBytes
        """)
}
