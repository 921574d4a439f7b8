public import TerraneCore
import TerraneTemplates

/// Looks for what goes wrong slowly: log groups that keep everything, images that nobody needs, weaknesses of the image that
/// runs, backups that are no longer made.
public struct WeeklyCheckScript: OperationsScript {
    public var scriptName = "weekly-check"
    public let service: FargateService
    public let images: ECR.Repository
    public let backups: PrivateBucket?
    public let source: SourceLocation

    public init(
        _ service: FargateService, images: ECR.Repository, backups: PrivateBucket? = nil, file: String = #fileID,
        line: Int = #line
    ) {
        self.service = service
        self.images = images
        self.backups = backups
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.weeklyCheck.text }

    public var facts: [ScriptFact] {
        [
            ScriptFact("family", service.family), ScriptFact("repository", images.id),
            ScriptFact("bucket", backups?.deployedName),
        ]
    }
}
