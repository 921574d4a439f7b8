import TerraneCore

/// What CloudFormation is told so that it gives resources other logical IDs and leaves them as they are: the resource mappings of a
/// stack refactoring ("Stack refactoring", AWS CloudFormation User Guide; `ResourceMapping`, AWS CloudFormation API Reference).
struct StackRefactoring {
    private let graph: ResourceGraph

    init(_ graph: ResourceGraph) {
        self.graph = graph
    }

    /// The mappings of each region that has some.
    func files() -> [(region: Region, mappings: JSON)] {
        let renamed = graph.nodes.filter { $0.refactoredLogicalID != nil }
        return Dictionary(grouping: renamed, by: \.region).sorted { $0.key.rawValue < $1.key.rawValue }.map {
            ($0.key, .array($0.value.compactMap(mapping)))
        }
    }

    private func mapping(_ node: ResourceNode) -> JSON? {
        guard let old = node.refactoredLogicalID, let new = node.logicalID else { return nil }
        return .object(["Source": location(old), "Destination": location(new)])
    }

    private func location(_ id: String) -> JSON {
        .object(["StackName": .string(stackName), "LogicalResourceId": .string(id)])
    }

    /// `koemo-production`.
    private var stackName: String { "\(graph.stack.dashed)-\(graph.environment.name)" }

    /// Says which resources keep their logical IDs although they were to be refactored.
    func diagnostics() -> [Diagnostic] {
        graph.nodes.filter { node in
            StackRefactoring.refuses(node.type) && node.options.formerNames.contains { $0.logicalID == .refactored }
        }.map { .notRefactored($0) }
    }

    /// Whether CloudFormation lists the type as one that a refactoring does not take. Of types that cannot be updated either, which
    /// it does not list one by one, it says so when the refactoring is created.
    static func refuses(_ type: ResourceType) -> Bool {
        type.cloudFormation.typeName.map(refused.contains) ?? false
    }

    /// "Stack refactoring: Resource limitations", AWS CloudFormation User Guide, read on 21 November 2026.
    private static let refused: Set<String> = Set(
        """
        ACMPCA::Certificate ACMPCA::CertificateAuthority ACMPCA::CertificateAuthorityActivation ApiGateway::BasePathMapping
        ApiGateway::Method AppConfig::ConfigurationProfile AppConfig::Deployment AppConfig::Environment AppConfig::Extension
        AppConfig::ExtensionAssociation AppStream::DirectoryConfig AppStream::StackFleetAssociation
        AppStream::StackUserAssociation AppStream::User BackupGateway::Hypervisor CertificateManager::Certificate
        CloudFormation::CustomResource CloudFormation::Macro CloudFormation::WaitCondition CloudFormation::WaitConditionHandle
        CodeDeploy::DeploymentGroup CodePipeline::CustomActionType Cognito::UserPoolRiskConfigurationAttachment
        Cognito::UserPoolUICustomizationAttachment Cognito::UserPoolUserToGroupAttachment Config::ConfigRule
        Config::ConfigurationRecorder Config::DeliveryChannel DataBrew::Dataset DataBrew::Job DataBrew::Project DataBrew::Recipe
        DataBrew::Ruleset DataBrew::Schedule DataZone::DataSource DataZone::Environment
        DataZone::EnvironmentBlueprintConfiguration DataZone::EnvironmentProfile DataZone::Project DataZone::SubscriptionTarget
        DirectoryService::MicrosoftAD DynamoDB::GlobalTable EC2::CustomerGateway EC2::EIP EC2::LaunchTemplate
        EC2::NetworkInterfacePermission EC2::PlacementGroup EC2::SpotFleet EC2::VPCDHCPOptionsAssociation EC2::VolumeAttachment
        EMR::Cluster EMR::InstanceFleetConfig EMR::InstanceGroupConfig ElastiCache::CacheCluster ElastiCache::ReplicationGroup
        ElastiCache::SecurityGroup ElastiCache::SecurityGroupIngress ElasticBeanstalk::ConfigurationTemplate
        ElasticLoadBalancing::LoadBalancer ElasticLoadBalancingV2::ListenerCertificate Elasticsearch::Domain
        FIS::ExperimentTemplate Glue::Schema GuardDuty::IPSet GuardDuty::PublishingDestination GuardDuty::ThreatIntelSet
        IAM::AccessKey IAM::UserToGroupAddition ImageBuilder::Component IoT::PolicyPrincipalAttachment
        IoT::ThingPrincipalAttachment IoTFleetWise::Campaign IoTWireless::WirelessDeviceImportTask Lambda::EventInvokeConfig
        Lex::BotVersion M2::Application MSK::Configuration MSK::ServerlessCluster Maester::DocumentType MediaTailor::Channel
        NeptuneGraph::PrivateGraphEndpoint Omics::AnnotationStore Omics::ReferenceStore Omics::SequenceStore
        OpenSearchServerless::Collection OpsWorks::App OpsWorks::ElasticLoadBalancerAttachment OpsWorks::Instance OpsWorks::Layer
        OpsWorks::Stack OpsWorks::UserProfile OpsWorks::Volume PCAConnectorAD::Connector PCAConnectorAD::DirectoryRegistration
        PCAConnectorAD::Template PCAConnectorAD::TemplateGroupAccessControlEntry Panorama::PackageVersion QuickSight::Theme
        RDS::DBSecurityGroup RDS::DBSecurityGroupIngress Redshift::ClusterSecurityGroup Redshift::ClusterSecurityGroupIngress
        RefactorSpaces::Environment RefactorSpaces::Route RefactorSpaces::Service RoboMaker::RobotApplication
        RoboMaker::SimulationApplication Route53::RecordSet Route53::RecordSetGroup SDB::Domain SageMaker::InferenceComponent
        ServiceCatalog::PortfolioPrincipalAssociation ServiceCatalog::PortfolioProductAssociation ServiceCatalog::PortfolioShare
        ServiceCatalog::TagOptionAssociation ServiceCatalogAppRegistry::AttributeGroupAssociation
        ServiceCatalogAppRegistry::ResourceAssociation StepFunctions::StateMachineVersion Synthetics::Canary VoiceID::Domain
        WAF::ByteMatchSet WAF::IPSet WAF::Rule WAF::SizeConstraintSet WAF::SqlInjectionMatchSet WAF::WebACL WAF::XssMatchSet
        WAFv2::IPSet WAFv2::RegexPatternSet WAFv2::RuleGroup WAFv2::WebACL WorkSpaces::Workspace
        """.split { $0.isWhitespace }.map { "AWS::" + $0 })
}

extension Diagnostic {
    fileprivate static func notRefactored(_ node: ResourceNode) -> Diagnostic {
        Diagnostic(
            .note,
            "'\(node.name)' keeps its logical ID: stack refactoring does not take an \(node.type.displayName)",
            help: "Nothing is to be done. Its logical ID stays that of its former name.", at: node.source)
    }
}
