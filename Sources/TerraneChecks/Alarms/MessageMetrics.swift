import TerraneCore

extension MetricNamespaceFacts {
    static let messages = [sqs, sns, events, states, logs, kinesis]

    /// "Available CloudWatch metrics for Amazon SQS", Amazon SQS Developer Guide.
    private static let sqs = MetricNamespaceFacts(
        "AWS/SQS",
        """
        ApproximateAgeOfOldestMessage ApproximateNumberOfGroupsWithInflightMessages ApproximateNumberOfMessagesDelayed
        ApproximateNumberOfMessagesNotVisible ApproximateNumberOfMessagesVisible ApproximateNumberOfNoisyGroups
        ApproximateAgeOfOldestMessageInQuietGroups ApproximateNumberOfMessagesDelayedInQuietGroups
        ApproximateNumberOfMessagesNotVisibleInQuietGroups ApproximateNumberOfMessagesVisibleInQuietGroups
        NumberOfDeduplicatedSentMessages NumberOfEmptyReceives NumberOfMessagesDeleted NumberOfMessagesReceived
        NumberOfMessagesSent SentMessageSize
        """, dimensions: "QueueName", needed: "QueueName")

    /// "Monitoring Amazon SNS topics using CloudWatch", Amazon SNS Developer Guide.
    private static let sns = MetricNamespaceFacts(
        "AWS/SNS",
        """
        NumberOfMessagesPublished NumberOfNotificationsDelivered NumberOfNotificationsFailed
        NumberOfNotificationsFilteredOut NumberOfNotificationsFilteredOut-InvalidAttributes
        NumberOfNotificationsFilteredOut-NoMessageAttributes NumberOfNotificationsFilteredOut-MessageAttributes
        NumberOfNotificationsFilteredOut-InvalidMessageBody NumberOfNotificationsFilteredOut-MessageBody
        NumberOfNotificationsRedrivenToDlq NumberOfNotificationsFailedToRedriveToDlq PublishSize
        SMSMonthToDateSpentUSD SMSSuccessRate
        """)

    /// "Monitoring Amazon EventBridge", Amazon EventBridge User Guide.
    private static let events = MetricNamespaceFacts(
        "AWS/Events",
        """
        DeadLetterInvocations Events FailedInvocations IngestionToInvocationStartLatency
        IngestionToInvocationCompleteLatency IngestionToInvocationSuccessLatency InvocationAttempts InvocationsCreated
        Invocations InvocationsFailedToBeSentToDlq InvocationsSentToDlq MatchedEvents PutEventsApproximateCallCount
        PutEventsApproximateFailedCount PutEventsApproximateSuccessCount PutEventsApproximateThrottledCount
        PutEventsEntriesCount PutEventsFailedEntriesCount PutEventsLatency PutEventsRequestSize
        PutPartnerEventsApproximateCallCount PutPartnerEventsApproximateFailedCount
        PutPartnerEventsApproximateSuccessCount PutPartnerEventsApproximateThrottledCount
        PutPartnerEventsEntriesCount PutPartnerEventsFailedEntriesCount PutPartnerEventsLatency
        RetryInvocationAttempts SuccessfulInvocationAttempts ThrottledRules TriggeredRules
        """)

    /// "Monitoring Step Functions metrics using Amazon CloudWatch", AWS Step Functions Developer Guide.
    private static let states = MetricNamespaceFacts(
        "AWS/States",
        """
        ExecutionTime ExecutionThrottled ExecutionsAborted ExecutionsFailed ExecutionsStarted ExecutionsSucceeded
        ExecutionsTimedOut ExecutionsRedriven RedrivenExecutionsAborted RedrivenExecutionsFailed
        RedrivenExecutionsSucceeded RedrivenExecutionsTimedOut ExpressExecutionMemory ExpressExecutionBilledDuration
        ExpressExecutionBilledMemory ActivityRunTime ActivityScheduleTime ActivityTime ActivitiesFailed
        ActivitiesHeartbeatTimedOut ActivitiesScheduled ActivitiesStarted ActivitiesSucceeded ActivitiesTimedOut
        LambdaFunctionRunTime LambdaFunctionScheduleTime LambdaFunctionTime LambdaFunctionsFailed
        LambdaFunctionsScheduled LambdaFunctionsStarted LambdaFunctionsSucceeded LambdaFunctionsTimedOut
        ServiceIntegrationRunTime ServiceIntegrationScheduleTime ServiceIntegrationTime ServiceIntegrationsFailed
        ServiceIntegrationsScheduled ServiceIntegrationsStarted ServiceIntegrationsSucceeded
        ServiceIntegrationsTimedOut ThrottledEvents ProvisionedBucketSize ProvisionedRefillRate ConsumedCapacity
        OpenExecutionCount OpenExecutionLimit
        """)

    /// "Monitoring with CloudWatch metrics", Amazon CloudWatch Logs User Guide.
    private static let logs = MetricNamespaceFacts(
        "AWS/Logs",
        """
        CallCount DeliveryErrors DeliveryThrottling EMFParsingErrors EMFValidationErrors ErrorCount ForwardedBytes
        ForwardedLogEvents IncomingBytes IncomingLogEvents LogEventsWithFindings ThrottleCount TransformationErrors
        TransformedBytes TransformedLogEvents
        """)

    /// "Monitor the Amazon Kinesis Data Streams service with Amazon CloudWatch", Amazon Kinesis Data Streams Developer Guide.
    private static let kinesis = MetricNamespaceFacts(
        "AWS/Kinesis",
        """
        GetRecords.Bytes GetRecords.IteratorAge GetRecords.IteratorAgeMilliseconds GetRecords.Latency GetRecords.Records
        GetRecords.Success IncomingBytes IncomingRecords OutgoingBytes OutgoingRecords PutRecord.Bytes PutRecord.Latency
        PutRecord.Success PutRecords.Bytes PutRecords.Latency PutRecords.Records PutRecords.Success
        PutRecords.SuccessfulRecords PutRecords.TotalRecords PutRecords.FailedRecords PutRecords.ThrottledRecords
        ReadProvisionedThroughputExceeded WriteProvisionedThroughputExceeded IteratorAgeMilliseconds
        SubscribeToShard.RateExceeded SubscribeToShard.Success SubscribeToShardEvent.Bytes
        SubscribeToShardEvent.MillisBehindLatest SubscribeToShardEvent.Records SubscribeToShardEvent.Success
        """)
}
