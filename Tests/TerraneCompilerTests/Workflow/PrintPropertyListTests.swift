import TerraneCompiler
import TerraneCore
import TerraneWorkflows
import Testing

@Suite struct PrintPropertyListTests {
    func text(_ contents: PropertyList) -> String {
        let printed = PropertyListDocument("ios/ExportOptions.plist", contents)
            .printed(headedBy: "Generated.", resolving: \.text)
        #expect(printed.diagnostics == [])
        return String(decoding: printed.bytes, as: UTF8.self)
    }

    @Test func aPropertyListPrintsAsXcodeReadsIt() {
        let team: Value<String> = "A1B2C3D4E5"
        let contents: PropertyList = [
            "method": "app-store-connect", "teamID": team, "uploadSymbols": true, "count": 3,
            "provisioningProfiles": ["com.example.app": "A & B <C>"] as PropertyList, "tags": ["a", "b"],
            "absent": String?.none,
        ]
        #expect(
            text(contents) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <!-- Generated. -->
                <plist version="1.0">
                  <dict>
                    <key>method</key>
                    <string>app-store-connect</string>
                    <key>teamID</key>
                    <string>A1B2C3D4E5</string>
                    <key>uploadSymbols</key>
                    <true/>
                    <key>count</key>
                    <integer>3</integer>
                    <key>provisioningProfiles</key>
                    <dict>
                      <key>com.example.app</key>
                      <string>A &amp; B &lt;C&gt;</string>
                    </dict>
                    <key>tags</key>
                    <array>
                      <string>a</string>
                      <string>b</string>
                    </array>
                  </dict>
                </plist>

                """)
    }

    @Test func aValueKnownOnlyAfterDeploymentIsAnErrorAtItsLine() {
        let list = PropertyListDocument("a.plist", ["account": Deployment.account])
        let printed = list.printed(headedBy: "Generated.", resolving: \.text)
        #expect(
            printed.diagnostics.map(\.summary)
                == ["'account' is known only after deployment, but its file is written before"])
        #expect(printed.diagnostics.first?.location == list.source)
    }

    @Test func whatXMLCannotHoldIsAnError() {
        let list = PropertyListDocument("a.plist", ["bell": "\u{7}"])
        let printed = list.printed(headedBy: "Generated.", resolving: \.text)
        #expect(printed.bytes.isEmpty)
        #expect(printed.diagnostics.first?.location == list.source)
    }
}
