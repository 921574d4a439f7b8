import TerraneCore
import Testing

@testable import TerraneAWS

struct ImageRepositoryTests {
    private func images(untaggedAfter: TimeSpan = .days(7), keepingLast count: Int = 30) -> ImageRepository {
        ImageRepository("images", repositoryName: "api", expiringUntaggedAfter: untaggedAfter, keepingLast: count)
    }

    private func lifecycle(_ images: ImageRepository) -> ECR.LifecyclePolicy? {
        listedResources(images).compactMap { $0 as? ECR.LifecyclePolicy }.first
    }

    @Test func imagesAreScannedEncryptedAndTheirTagsStay() {
        let rows = table(of: "images", in: images())
        #expect(rows?.terraform["image_scanning_configuration/scan_on_push"] == .boolean(true))
        #expect(rows?.cloudFormation["EncryptionConfiguration/EncryptionType"] == .string("AES256"))
        #expect(rows?.cloudFormation["ImageTagMutability"] == .string("IMMUTABLE"))
        let movable = ECR.Repository("r", repositoryName: "r", hasImmutableTags: false)
        #expect(DataTable(movable).terraform["image_tag_mutability"] == .string("MUTABLE"))
    }

    @Test func theLifecyclePolicyIsPartOfTheRepositoryInCloudFormation() {
        #expect(listedNames(images()) == ["images", "images/lifecycle"])
        #expect(lifecycle(images())?.owner == "images")
        let rows = table(of: "images/lifecycle", in: images())
        #expect(rows?.terraform["policy"] == rows?.cloudFormation["LifecyclePolicy/LifecyclePolicyText"])
        #expect(rows?.terraform["repository"] == images().repository.id.expression)
        #expect(rows?.cloudFormation.count == 1)
    }

    @Test func itsAddressIsForeseen() {
        let foreseen: Value<String> = "\(Deployment.account).dkr.ecr.\(Deployment.region).amazonaws.com/api"
        guard case .reference(let reference) = images().repository.url.expression else {
            Issue.record("no reference")
            return
        }
        #expect(reference.foreseen == foreseen.expression)
    }

    @Test func imagesExpireAfterWholeDays() {
        #expect(lifecycle(images(untaggedAfter: .hours(12)))?.check().count == 1)
        #expect(lifecycle(images(untaggedAfter: .hours(36)))?.check().count == 1)
        #expect(lifecycle(images(untaggedAfter: .days(1)))?.check().isEmpty == true)
    }

    @Test func atLeastOneImageIsKept() {
        #expect(lifecycle(images(keepingLast: 0))?.check() == [.keptImages("images/lifecycle", 0)])
        #expect(lifecycle(images(keepingLast: 1))?.check().isEmpty == true)
    }
}
