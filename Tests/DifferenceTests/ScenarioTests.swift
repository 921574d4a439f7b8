import Terrane
import TerraneCompiler
import Testing

/// What a reviewer is told first of a usual change, and what else it touches.
@Suite struct ScenarioTests {
    @Test func nothingChangedIsNothingToSay() async {
        let difference = compare(await Shop().graph, await Shop().graph)
        #expect(difference.changes.isEmpty && difference.suggestions.isEmpty)
    }

    // MARK: A subnet

    @Test func aShrunkSubnetIsReplacedAndWhateverRefersToItIsTouched() async throws {
        let graph = await Shop().graph
        let difference = compare(graph, graph.setting("cidr_block", "10.0.1.0/25", of: "shop/private-a"))
        #expect(difference.headline == "replacement will: shop/private-a")
        let subnet = try #require(difference["shop/private-a"])
        #expect(subnet.consequences.first?.cloudFormation == .will)
        #expect(
            subnet.properties == [
                PropertyChange(
                    terraform: "cidr_block", cloudFormation: "CidrBlock", before: "10.0.1.0/24", after: "10.0.1.0/25")
            ])
        let touched = Set(difference.changes.map(\.name)).subtracting(["shop/private-a"])
        #expect(graph.referrers(of: "shop/private-a").count >= 2)
        #expect(touched.isSuperset(of: graph.referrers(of: "shop/private-a")))
        let association = try #require(difference["shop/private-a-association"])
        #expect(association.kind == .touched && association.consequences.first?.cause == "shop/private-a")
        #expect(association.consequences.first?.cloudFormation == .will)
    }

    @Test func aRangeInAnotherWritingIsNoChange() async {
        let graph = await Shop().graph
        let same = Expression.interpolation([.string("10.0."), .string("1.0/24")])
        #expect(compare(graph, graph.setting("cidr_block", same, of: "shop/private-a")).changes.isEmpty)
    }

    // MARK: Databases

    @Test func anotherEngineVersionIsAnOutageAndNoReplacement() async throws {
        let difference = compare(await Shop().graph, await Shop(engine: .mySQL(.v3_10)).graph)
        #expect(difference.headline == "downtime will: shop-orders")
        let rules = Set(difference.changes.flatMap(\.rules))
        #expect(rules.contains("engine-upgraded") && !rules.contains("cascade"))
        #expect(!difference.changes.flatMap(\.consequences).contains { $0.kind == .dataLoss && $0.certainty == .will })
    }

    @Test func anotherClassIsAnOutageAndAnotherSize() async throws {
        let difference = compare(await Shop().graph, await Shop(writer: .r6g(.xlarge)).graph)
        #expect(difference.headline == "downtime will: shop-orders/writer")
        #expect(difference.changes.count == 1)
        let change = try #require(difference.changes.first)
        #expect(change.rules.contains("more-capacity") && change.properties.map(\.after) == ["db.r6g.xlarge"])
        let back = compare(await Shop(writer: .r6g(.xlarge)).graph, await Shop().graph)
        #expect(back.changes.first?.rules.contains("less-capacity") == true)
    }

    @Test func anotherNameOfADatabaseIsTheLossOfItsData() async throws {
        let graph = await Shop().graph
        let difference = compare(graph, graph.setting("cluster_identifier", "other", of: "shop-orders"))
        #expect(difference.headline == "data-loss will: shop-orders")
        let consequence = try #require(difference.changes.first?.consequences.first)
        #expect(consequence.cloudFormation == .will && consequence.rule == "create-only")
        #expect(consequence.summary.contains("Terraform refuses the plan"))
        #expect(difference["shop-orders/writer"]?.consequences.contains { $0.cause == "shop-orders" } == true)
    }

    @Test func fewerBackupsAreLostData() async {
        let graph = await Shop().graph
        let none = compare(graph, graph.setting("backup_retention_period", 0, of: "shop-orders"))
        #expect(none.headline == "data-loss will: shop-orders")
        let fewer = compare(graph, graph.setting("backup_retention_period", 3, of: "shop-orders"))
        #expect(fewer.headline == "data-loss may: shop-orders")
        let more = compare(graph, graph.setting("backup_retention_period", 30, of: "shop-orders"))
        #expect(more.headline == "capacity will: shop-orders")
        let cache = compare(graph, await Shop(snapshots: .none).graph)
        #expect(cache.changes.first?.rules.contains("backups-disabled") == true)
    }

    // MARK: Services

    @Test func aRenamedServiceIsRemovedAndMadeAnewAndAskedAbout() async throws {
        let difference = compare(await Shop().graph, await Shop(service: "shop-front").graph)
        #expect(difference.headline.hasPrefix("data-loss will: shop-web"))
        #expect(difference["shop-web"]?.kind == .removed && difference["shop-front"]?.kind == .added)
        let suggestion = try #require(difference.suggestions.first { $0.newer == ["shop-front"] })
        #expect(suggestion.modifier == ".renamed(from: \"shop-web\")" && suggestion.resources > 5)
        #expect(difference.suggestions.allSatisfy { !$0.isAmbiguous })
    }

    @Test func anotherTargetGroupIsReplacedWithWhatLeadsToIt() async throws {
        let difference = compare(await Shop().graph, await Shop(targetPort: 8080).graph)
        #expect(
            difference["shop-targets"]?.consequences.contains { $0.cloudFormation == .will && $0.isReplacement } == true
        )
        let referrers = await Shop().graph.referrers(of: "shop-targets")
        #expect(!referrers.isEmpty)
        for name in referrers {
            #expect(difference[name]?.consequences.contains { $0.cause == "shop-targets" } == true, "\(name)")
        }
        #expect(difference.changes.first?.consequences.first?.kind ?? .cosmetic <= .replacement)
    }

    @Test func anotherTaskIsANewRevisionAndNoReplacement() async throws {
        let graph = await Shop().graph
        let difference = compare(graph, graph.setting("memory", 4096, of: "shop-web/task"))
        let task = try #require(difference["shop-web/task"]?.consequence("create-only"))
        #expect(task.kind == .other && task.summary == "a new revision of it is made" && task.isReplacement)
        let service = try #require(difference["shop-web"]?.consequence("reference-changes"))
        #expect(service.summary == "it goes over to the new revision of 'shop-web/task'")
        #expect(!difference.changes.flatMap(\.consequences).contains { $0.kind == .replacement })
    }

    @Test func whatToolsAreToldChangesNothingNow() async throws {
        let graph = await Shop().graph
        func edited(_ edit: (inout Declaration.Options) -> Void) -> ResourceGraph {
            graph.settingOptions(of: "shop-cache", edit)
        }
        let later = compare(graph, edited { $0.ignoredChanges.append("port") })
        #expect(later.changes.map(\.rank.certainty) == [.no] && later.changes.first?.rules == ["of-tools"])
        let lifted = compare(graph, edited { $0.isProtected = false })
        #expect(lifted.headline == "data-loss may: shop-cache" && lifted.changes.first?.rules == ["protection-lifted"])
        let given = compare(edited { $0.isProtected = false }, graph)
        #expect(given.changes.first?.rules == ["protection-given"])
    }

    // MARK: Exposure

    @Test func aPortThatIsOpenedToTheWorldComesFirst() async throws {
        let difference = compare(await Shop().graph, await Shop(doors: [.balancer]).graph)
        #expect(difference.headline == "exposure will: shop-open")
        #expect(difference.changes.first?.rules.contains("group-opened") == true)
        let balancer = try #require(difference.changes.first { $0.rules.contains("new-path-from-the-internet") })
        #expect(balancer.kind == .touched && balancer.consequences.first?.summary.contains("tcp 8080") == true)
    }

    @Test func aPortThatNobodyReachesMayBeOpenedToTheWorld() async {
        let difference = compare(await Shop().graph, await Shop(doors: [.service]).graph)
        #expect(difference.headline == "exposure may: shop-ssh")
        #expect(!difference.changes.flatMap(\.rules).contains("new-path-from-the-internet"))
    }

    @Test func aPortThatIsClosedExposesNothing() async {
        let difference = compare(await Shop(doors: [.balancer, .service]).graph, await Shop().graph)
        #expect(!difference.changes.flatMap(\.consequences).contains { $0.kind == .exposure })
        #expect(difference.headline.hasPrefix("downtime will: shop-"))
    }

    @Test(arguments: [("0.0.0.0/0", ["it lets everyone on the Internet in at every port"]), ("198.51.100.0/24", [])])
    func aListOfAtlasThatLetsEveryoneInIsAnExposure(_ range: String, _ exposures: [String]) async {
        let older = await AddressList(range: "203.0.113.0/24").graph
        let difference = compare(older, await AddressList(range: range).graph)
        let found = difference.changes.flatMap(\.consequences).filter { $0.kind == .exposure && $0.certainty == .will }
        #expect(found.map(\.summary) == exposures)
    }

    // MARK: Alarms and permissions

    @Test func anAlarmThatIsRemovedIsSaidFirst() async throws {
        let difference = compare(await Shop().graph, await Shop(hasAlarm: false).graph)
        #expect(difference.headline == "removal will: shop-cpu")
        #expect(difference.changes.count == 1 && difference.changes.first?.rules == ["alarm-removed"])
        let added = compare(await Shop(hasAlarm: false).graph, await Shop().graph)
        #expect(added.headline == "other will: shop-cpu")
    }

    @Test func moreThanBeforeIsAWidenedPermission() async throws {
        let some = IAM.Statement.allow("s3:GetObject", on: ["arn:aws:s3:::shop-data/a/*"])
        let more = IAM.Statement.allow("s3:*", on: ["arn:aws:s3:::shop-data/*"])
        let wider = compare(await Shop(permissions: [some]).graph, await Shop(permissions: [more]).graph)
        #expect(wider.headline.hasPrefix("permissions will: shop-web/"))
        #expect(wider.changes.first?.consequences.first?.summary.contains("s3:*") == true)
        let narrower = compare(await Shop(permissions: [more]).graph, await Shop(permissions: [some]).graph)
        #expect(!narrower.changes.flatMap(\.consequences).contains { $0.kind == .permissions })
    }

    @Test(arguments: [(true, "exposure may: policy"), (false, "exposure will: policy")])
    func aPublicPolicyIsRefusedWhereThoseAreBlocked(isBlocked: Bool, headline: String) async {
        let older = await PublicBucket(isPublic: false, isBlocked: isBlocked).graph
        let difference = compare(older, await PublicBucket(isPublic: true, isBlocked: isBlocked).graph)
        #expect(difference.headline == headline)
        #expect(difference.changes.first?.consequences.first?.summary.contains("refuses") == isBlocked)
    }

    // MARK: Whole stacks

    @Test func aStackThatComesIsAddedAndOneThatGoesIsRemoved() async {
        let graph = await Shop().graph
        #expect(compareAdded(graph).changes.allSatisfy { $0.kind == .added })
        let removed = compareRemoved(graph)
        #expect(removed.changes.allSatisfy { $0.kind == .removed })
        #expect(removed.changes.filter { $0.subject == .resource }.count == graph.nodes.count)
        #expect(removed.changes.first?.consequences.first?.kind == .dataLoss)
    }

    @Test func eachChangeHasAConsequenceAndTheWorstComesFirst() async {
        var other = Shop(service: "shop-front", hasAlarm: false, targetPort: 8080, doors: [.balancer])
        other.environment = .staging
        let difference = compare(await Shop().graph, await other.graph)
        let worst = difference.changes.compactMap(\.consequences.first)
        #expect(worst.count == difference.changes.count)
        #expect(zip(worst, worst.dropFirst()).allSatisfy { $0.kind <= $1.kind })
        #expect(difference.changes.flatMap(\.consequences).allSatisfy { !$0.summary.isEmpty && !$0.authority.isEmpty })
    }
}

/// The addresses that may connect to the clusters of an Atlas project.
private struct AddressList: Stack {
    let name: Name = "shop"
    let environment = DeploymentEnvironment.production
    let region = Region.tokyo
    let range: String

    var body: Content {
        RawResource(
            "entry", terraform: "mongodbatlas_project_ip_access_list",
            cloudFormation: "MongoDB::Atlas::ProjectIpAccessList"
        ) {
            row("project_id", "ProjectId", "0123456789abcdef01234567")
            row("cidr_block", "CidrBlock", range)
        }
    }
}

/// A bucket that everybody may read, or one account.
private struct PublicBucket: Stack {
    let name: Name = "shop"
    let environment = DeploymentEnvironment.production
    let region = Region.tokyo
    let isPublic: Bool
    let isBlocked: Bool

    var body: Content {
        let bucket = S3.Bucket("bucket", bucketName: "shop-bucket")
        bucket
        RawResource(
            "block", terraform: "aws_s3_bucket_public_access_block", cloudFormation: "AWS::Test::PublicAccessBlock"
        ) {
            row("bucket", "Bucket", bucket.id)
            row("block_public_policy", "BlockPublicPolicy", isBlocked)
        }
        RawResource("policy", terraform: "aws_s3_bucket_policy", cloudFormation: "AWS::S3::BucketPolicy") {
            row("bucket", "Bucket", bucket.id)
            row(
                "policy", "PolicyDocument",
                Expression.json(
                    .object([
                        .init(
                            "Statement",
                            .object([
                                .init("Effect", .string("Allow")), .init("Action", .string("s3:GetObject")),
                                .init("Principal", .string(isPublic ? "*" : "111122223333")),
                                .init("Resource", .string("arn:aws:s3:::shop-bucket/*")),
                            ]))
                    ])))
        }
    }
}
