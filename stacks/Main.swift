import Terrane
import TerraneCLI

/// The systems of this repository, each in its environments.
@main struct Stacks: StackProgram {
    static var stacks: [any Stack] {
        Koemo.production
        Koemo.staging
        Koemo.standby
        Affiliate.production
        Morrow.production
        Morrow.staging
        Platform.production
        Platform.staging
        Platform.recovery
        RainbowSeeker.production
        RainbowSeeker.staging
    }

    static var repository: Content {
        ContinuousIntegration("continuous-integration")
    }
}
