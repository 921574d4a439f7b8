import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

/// Each mistake, and beside it the legal twin on which the compiler is silent.
@Suite struct CheckTests {
    private func compile(@ContentBuilder _ content: @escaping @Sendable () -> Content) async -> Compilation {
        await Compiler(schemas: .none).compile([TestStack(content: content)])
    }

    @Test func aNameUsedTwiceIsAnErrorThatShowsBothLines() async {
        let first = #line + 2
        let result = await compile {
            Thing("a")
            Thing("a")
        }
        #expect(result.errors.map(\.summary) == ["the name 'a' is used twice"])
        #expect(result.errors.first?.location?.line == first + 1)
        #expect(result.errors.first?.notes.first?.location?.line == first)
        #expect(result.artifacts.isEmpty)
    }

    @Test func theErrorsOfEveryStackAreReported() async {
        let one = TestStack("one") {
            Thing("a")
            Thing("a")
        }
        let two = TestStack("two") {
            Thing("b")
            Thing("b")
        }
        let result = await Compiler(schemas: .none).compile([one, two, TestStack("three") { Thing("c") }])
        #expect(result.errors.map(\.summary) == ["the name 'a' is used twice", "the name 'b' is used twice"])
        #expect(result.artifacts.isEmpty)
    }

    @Test func differentNamesAreNoError() async {
        let result = await compile {
            Thing("a")
            Thing("b")
        }
        #expect(result.diagnostics.isEmpty)
    }

    @Test func aReferenceToSomethingUnlistedSaysWhatToAdd() async {
        let vpc = Thing("network")
        let line = #line + 2
        let result = await compile {
            Thing("user", "x-\(vpc.id)")
        }
        #expect(result.errors.map(\.summary) == ["'user' uses 'network', which test/staging does not list"])
        #expect(result.errors.first?.location == SourceLocation(file: #fileID, line: line))
    }

    @Test func aReferenceToSomethingListedIsNoError() async {
        let vpc = Thing("network")
        let result = await compile {
            Thing("user", "x-\(vpc.id)")
            vpc
        }
        #expect(result.diagnostics.isEmpty)
    }

    @Test func anUnlistedComponentIsReportedOnceByItsOwnName() async {
        let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
        let result = await compile {
            EC2.SecurityGroup("group", in: network.vpc, description: "Group")
            EC2.Subnet("extra", in: network.vpc, cidr: "10.0.9.0/24", zone: Region.tokyo.zone("a"))
        }
        #expect(
            result.errors.map(\.summary) == [
                "'group' uses 'net', which test/staging does not list",
                "'extra' uses 'net', which test/staging does not list",
            ])
    }

    @Test func aMalformedRangeIsReportedAtTheLineThatWroteIt() async {
        let line = #line + 2
        let result = await compile {
            Network("net", cidr: "10.0.0.5/16", zones: .tokyo(.a, .c))
        }
        #expect(result.errors.map(\.summary) == ["'10.0.0.5/16' is not an IPv4 address range"])
        #expect(result.errors.first?.location?.line == line)
    }

    @Test func aCircleOfReferencesIsNamed() async {
        let a = Thing("a")
        let b = Thing("b", "\(a.id)")
        let result = await compile {
            Thing("a", "\(b.id)")
            b
            Thing("c", "\(a.id)")
        }
        #expect(result.errors.map(\.summary) == ["'a', 'b' refer to each other, so none of them can be made first"])
    }

    @Test func aChainOfReferencesIsNoCircle() async {
        let a = Thing("a")
        let b = Thing("b", "\(a.id)")
        let result = await compile {
            Thing("c", "\(b.id)\(a.id)")
            b
            a
        }
        #expect(result.diagnostics.isEmpty)
    }

    @Test func namesSpeltAlikeInATargetAreAnError() async {
        let result = await compile {
            Thing("a-b/c")
            Thing("a/b-c")
        }
        #expect(result.errors.map(\.summary) == ["'a/b-c' and 'a-b/c' are both spelt 'a_b_c' in Terraform"])
    }

    @Test func namesThatDifferInCapitalsAreSpeltAlikeInCloudFormation() async {
        let result = await compile {
            Thing("web")
            Thing("Web")
        }
        #expect(result.errors.map(\.summary) == ["'Web' and 'web' are both spelt 'Web' in CloudFormation"])
    }

    @Test func anUnspeakableNameIsAnError() async {
        let result = await compile { Thing("über") }
        #expect(result.errors.count == 1)
    }

    @Test func aParameterDeclaredTwiceDifferentlyIsAnError() async {
        let result = await compile {
            Thing("a", Parameter<String>("email").value)
            Thing("b", Parameter<String>("email", sensitive: true).value)
        }
        #expect(result.errors.map(\.summary) == ["the parameter 'email' is declared twice, and differently"])
    }

    @Test func aParameterUsedTwiceIsNoError() async {
        let email = Parameter<String>("email")
        let result = await compile {
            Thing("a", email.value)
            Thing("b", email.value)
        }
        #expect(result.diagnostics.isEmpty)
    }

    @Test func aZoneOfAnotherRegionIsAnError() async {
        let result = await compile {
            Network("net", cidr: "10.0.0.0/16", zones: .oregon(.a, .b))
        }
        #expect(!result.errors.isEmpty)
        #expect(result.errors.allSatisfy { $0.summary.contains("availability zone 'us-west-2") })
    }

    @Test func aNetworkPutIntoItsZonesRegionIsNoError() async {
        let result = await compile {
            Network("net", cidr: "10.0.0.0/16", zones: .oregon(.a, .b)).region(.oregon)
        }
        #expect(result.diagnostics.isEmpty)
    }

    @Test func anAccountNumberHasTwelveDigits() async {
        let wrong = await Compiler(schemas: .none).compile([TestStack(account: "1111") { Thing("a") }])
        #expect(wrong.errors.map(\.summary) == ["'1111' is not an AWS account number"])
        let right = await Compiler(schemas: .none).compile([TestStack(account: "111122223333") { Thing("a") }])
        #expect(right.diagnostics.isEmpty)
    }

    @Test func moreResourcesThanCloudFormationTakesAreAnError() async {
        let over = await compile { (0..<501).map { Thing("t\($0)") } }
        #expect(
            over.errors.map(\.summary) == [
                "the CloudFormation template for ap-northeast-1 has 501 resources, and CloudFormation takes 500"
            ])
        let within = await compile { (0..<500).map { Thing("t\($0)") } }
        #expect(within.diagnostics.isEmpty)
        let terraformOnly = await Compiler(targets: [.terraform], schemas: .none).compile([
            TestStack { (0..<501).map { Thing("t\($0)") } }
        ])
        #expect(terraformOnly.diagnostics.isEmpty)
    }

    @Test func whatAnOverrideRefersToIsListedToo() async {
        let other = Thing("other")
        let overridden = Thing("a").overriding { row("label", "Label", other.id) }
        let dangling = await Compiler(schemas: .none).compile([TestStack { overridden }])
        #expect(dangling.errors.map(\.rule) == ["not-listed"])
        let listed = await Compiler(schemas: .none).compile([
            TestStack {
                overridden
                other
            }
        ])
        #expect(listed.diagnostics.isEmpty)
    }

    @Test func oneEnvironmentHasOneStack() async {
        let twice = await Compiler(schemas: .none).compile([TestStack { Thing("a") }, TestStack { Thing("b") }])
        #expect(twice.errors.map(\.summary) == ["there are two stacks 'test' for the environment 'staging'"])
        let once = await Compiler(schemas: .none).compile([
            TestStack { Thing("a") },
            TestStack(environment: .production, tags: [Tag("Project", "test")]) { Thing("b") },
        ])
        #expect(once.diagnostics.isEmpty)
    }

    @Test func allMistakesAreReportedInOneRun() async {
        let missing = Thing("missing")
        let result = await compile {
            Thing("a")
            Thing("a")
            Thing("b", missing.id)
            Network("net", cidr: "10.0.0.0/99", zones: .tokyo(.a))
        }
        #expect(result.errors.count == 3)
        #expect(result.artifacts.isEmpty)
    }
}
