public import TerraneCore

extension Atlas {
    /// What clusters, users and alerts belong to in Atlas ("Manage Projects", MongoDB Atlas documentation). It has no
    /// list of allowed addresses of its own: nothing outside reaches a cluster until a private connection is made.
    public struct Project: Resource {
        public enum ID: TextSubject, ParameterSubject {}

        public static let type = ResourceType(
            terraform: "mongodbatlas_project", cloudFormation: "MongoDB::Atlas::Project", area: .database,
            tagging: .map, persistence: .retain)

        public var declaration: Declaration
        public var projectName: String
        public var organization: Value<String>
        /// Whether Atlas sets up its usual alerts.
        public var hasDefaultAlerts: Bool
        public var profile: AtlasProfile

        public init(
            _ name: Name, projectName: String? = nil, in organization: Value<String>, hasDefaultAlerts: Bool = true,
            profile: AtlasProfile = .default, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.projectName = projectName ?? name.dashed
            self.organization = organization
            self.hasDefaultAlerts = hasDefaultAlerts
            self.profile = profile
        }

        public var id: Value<ID> { attribute("id", .attribute("Id")) }

        public var properties: Properties {
            row("name", "Name", projectName)
            row("org_id", "OrgId", organization)
            row("with_default_alerts_settings", "WithDefaultAlertsSettings", hasDefaultAlerts)
            row(
                "is_collect_database_specifics_statistics_enabled",
                "ProjectSettings/IsCollectDatabaseSpecificsStatisticsEnabled", true)
            row("is_data_explorer_enabled", "ProjectSettings/IsDataExplorerEnabled", false)
            row("is_performance_advisor_enabled", "ProjectSettings/IsPerformanceAdvisorEnabled", true)
            row("is_realtime_performance_panel_enabled", "ProjectSettings/IsRealtimePerformancePanelEnabled", true)
            row("is_schema_advisor_enabled", "ProjectSettings/IsSchemaAdvisorEnabled", true)
            profile.row
        }
    }
}
