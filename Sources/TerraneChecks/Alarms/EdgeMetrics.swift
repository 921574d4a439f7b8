import TerraneCore

extension MetricNamespaceFacts {
    static let edge = [cloudFront, waf, route53, synthetics]

    /// "Types of metrics for CloudFront", Amazon CloudFront Developer Guide: in us-east-1 alone, with the region `Global`.
    private static let cloudFront = MetricNamespaceFacts(
        "AWS/CloudFront",
        """
        Requests BytesDownloaded BytesUploaded 4xxErrorRate 5xxErrorRate TotalErrorRate CacheHitRate OriginLatency
        401ErrorRate 403ErrorRate 404ErrorRate 502ErrorRate 503ErrorRate 504ErrorRate LambdaExecutionError
        LambdaValidationError LambdaLimitExceededError LambdaLimitExceededErrors FunctionInvocations
        FunctionValidationErrors FunctionExecutionErrors FunctionComputeUtilization FunctionThrottles
        """, needed: "Region", onlyIn: .virginia)

    /// "AWS WAF metrics and dimensions", AWS WAF Developer Guide.
    private static let waf = MetricNamespaceFacts(
        "AWS/WAFV2",
        """
        AllowedRequests BlockedRequests CountedRequests CaptchaRequests RequestsWithValidCaptchaToken
        CaptchasAttempted CaptchasSolved ChallengeRequests RequestsWithValidChallengeToken PassedRequests
        SampleAllowedRequest SampleBlockedRequest SampleCaptchaRequest SampleChallengeRequest SampleCountRequest
        CaptchasAttemptedSdk CaptchasSolvedSdk DDoSDetected DDoSAttackRequests DDoSAttackBytes DDoSAttackPackets
        """)

    /// "Monitoring your resources with AWS Health Checks and Amazon CloudWatch", Amazon Route 53 Developer Guide: in us-east-1
    /// alone.
    private static let route53 = MetricNamespaceFacts(
        "AWS/Route53",
        """
        ChildHealthCheckHealthyCount ConnectionTime HealthCheckPercentageHealthy HealthCheckStatus SSLHandshakeTime
        TimeToFirstByte DNSQueries DNSSECInternalFailure DNSSECKeySigningKeysNeedingAction
        DNSSECKeySigningKeyMaxNeedingActionAge DNSSECKeySigningKeyAge
        """, onlyIn: .virginia)

    /// "CloudWatch metrics published by canaries", Amazon CloudWatch User Guide.
    private static let synthetics = MetricNamespaceFacts(
        "CloudWatchSynthetics",
        """
        SuccessPercent Duration 2xx 4xx 5xx Failed VisualMonitoringSuccessPercent
        VisualMonitoringTotalComparisons
        """)
}
