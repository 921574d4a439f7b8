import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneAtlas

struct AtlasConnectionTests {
    @Test func aProjectIsOneResource() {
        #expect(listedNames(Fixture.project) == ["atlas"])
        let rows = table(of: "atlas", in: Fixture.project)
        #expect(rows?.terraform["name"] == .string("koemo"))
        #expect(rows?.cloudFormation["OrgId"] == .string("5f0000000000000000000000"))
        #expect(rows?.cloudFormation["ProjectSettings/IsDataExplorerEnabled"] == .boolean(false))
    }

    @Test func onlyCloudFormationNamesAProfile() {
        let project = AtlasProject("atlas", in: "org", profile: "koemo")
        let rows = table(of: "atlas", in: project)
        #expect(rows?.cloudFormation["Profile"] == .string("koemo"))
        #expect(rows?.terraform["profile"] == nil)
    }

    @Test func aPrivateLinkIsBothEndsAndTheirHandshake() {
        #expect(listedNames(Fixture.link) == ["link/traffic", "link/service", "link/endpoint", "link"])
        let endpoint = table(of: "link/endpoint", in: Fixture.link)
        #expect(endpoint?.terraform["vpc_endpoint_type"] == .string("Interface"))
        #expect(endpoint?.terraform["private_dns_enabled"] == .boolean(false))
        let handshake = table(of: "link", in: Fixture.link)
        #expect(handshake?.terraform["provider_name"] == .string("AWS"))
        #expect(handshake?.cloudFormation["EnforceConnectionSuccess"] == .boolean(true))
        #expect(handshake?.terraform["endpoint_service_id"] == handshake?.cloudFormation["Id"])
        #expect(handshake?.terraform["private_link_id"] == handshake?.cloudFormation["EndpointServiceId"])
    }

    @Test func atlasListensAtAPortForEachNode() {
        #expect(Fixture.link.listeningPorts == PortRange(1024...65535))
    }

    @Test func aUserIsARoleAndHasNoPassword() {
        let user = Atlas.DatabaseUser(
            "backend", of: Fixture.cluster(), as: .role("arn:aws:iam::1:role/task"), may: [.readWrite("koemo")])
        let rows = DataTable(user)
        #expect(rows.terraform["username"] == .string("arn:aws:iam::1:role/task"))
        #expect(rows.cloudFormation["AWSIAMType"] == .string("ROLE"))
        #expect(rows.terraform["auth_database_name"] == .string("$external"))
        #expect(rows.terraform["roles[0]/role_name"] == .string("readWrite"))
        #expect(rows.cloudFormation["Scopes[0]/Name"] == .string("koemo"))
        #expect(rows.terraform["password"] == nil && rows.cloudFormation["Password"] == nil)
        #expect(user.declaration.options.dependencies == ["koemo"])
    }

    @Test func aUserMayBeACertificate() {
        let rows = DataTable(
            Atlas.DatabaseUser("ops", in: Fixture.project.id, as: .certificate("CN=ops"), may: [.read("koemo")]))
        #expect(rows.terraform["x509_type"] == .string("MANAGED"))
        #expect(rows.cloudFormation["X509Type"] == .string("MANAGED"))
        #expect(rows.terraform["aws_iam_type"] == nil)
        #expect(rows.terraform["username"] == .string("CN=ops"))
    }
}
