// swift-tools-version: 6.2
import PackageDescription

/// The models behind the umbrella `Terrane`. Who imports it depends on them directly, because SwiftPM rebuilds only what
/// names the module that changed.
let models = ["TerraneCore", "TerraneAWS", "TerraneAtlas", "TerraneDatadog", "TerraneWorkflows"]
let authoring: [Target.Dependency] = (["Terrane", "TerraneChecks", "TerraneCLI"] + models).map {
    .init(stringLiteral: $0)
}

let package = Package(
    name: "terrane",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "HCL", targets: ["HCL"]),
        .library(name: "Terrane", targets: ["Terrane", "TerraneChecks"] + models),
        .library(name: "TerraneCLI", targets: ["TerraneCLI"]),
        .library(name: "TerraneTesting", targets: ["TerraneTesting"]),
        .executable(name: "stacks", targets: ["stacks"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    ],
    targets: [
        // Syntax: knows no cloud.
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "HCL"),
        .target(name: "TerraneYAML", dependencies: ["CLibYAML"]),
        .target(name: "TerraneXML", dependencies: ["CLibXML2"]),

        // Text: the scripts that operators run, built into the program.
        .target(name: "TerraneTemplates", path: "templates", resources: [.embedInCode("operations")]),

        // Models: know no syntax.
        .target(name: "TerraneCore"),
        .target(name: "TerraneAWS", dependencies: ["TerraneCore", "TerraneTemplates"]),
        .target(name: "TerraneAtlas", dependencies: ["TerraneCore", "TerraneAWS"]),
        .target(name: "TerraneDatadog", dependencies: ["TerraneCore", "TerraneAWS"]),
        .target(
            name: "TerraneWorkflows", dependencies: ["TerraneCore"],
            exclude: ["Actions/ActionLock.json", "Actions/update-action-lock"]),
        .target(name: "Terrane", dependencies: (models + ["TerraneChecks"]).map { .init(stringLiteral: $0) }),

        // What the clouds refuse: facts of the providers, and what follows from a graph.
        .target(
            name: "CProviderSchemas",
            exclude: ["actions.schemas", "cloudformation.schemas", "offers.schemas", "replacements.schemas", "terraform.schemas"]),
        .target(name: "TerraneSchemas", dependencies: ["CProviderSchemas"], exclude: ["Refresh", "sources.json"]),
        .target(
            name: "TerraneChecks",
            dependencies: ["TerraneCore", "TerraneAWS", "TerraneAtlas", "TerraneSchemas"]),

        // The compiler imports both; the command line alone touches files.
        .target(
            name: "TerraneCompiler",
            dependencies: [
                "TerraneCore", "TerraneAWS", "TerraneAtlas", "TerraneWorkflows", "TerraneChecks", "TerraneSchemas",
                "HCL",
                "TerraneYAML", "TerraneXML",
                "TerraneTemplates", .product(name: "Mustache", package: "swift-mustache"),
            ], resources: [.embedInCode("Report/Page/page.css"), .embedInCode("Report/Page/page.js")]),
        .target(
            name: "TerraneCLI",
            dependencies: [
                "TerraneCore", "TerraneChecks", "TerraneCompiler", "TerraneXML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(
                    name: "SystemPackage", package: "swift-system",
                    condition: .when(platforms: [.linux])),
            ], exclude: ["Differences/difference.schema.json"]),
        .target(name: "TerraneTesting", dependencies: ["TerraneCore", "TerraneCompiler", "TerraneCLI"]),
        .executableTarget(name: "stacks", dependencies: authoring, path: "stacks"),

        // A program whose stack has one of each mistake, to be run by a test.
        .executableTarget(
            name: "MistakenStacks", dependencies: authoring, path: "Tests/Fixtures/MistakenStacks"),
        // The README's first stack.
        .executableTarget(
            name: "FirstStack", dependencies: authoring, path: "Tests/Fixtures/FirstStack"),
        // A raw resource of every type, legal and spoilt, for the proofs.
        .executableTarget(
            name: "RawSamples", dependencies: ["TerraneCore", "TerraneCompiler", "TerraneSchemas"],
            path: "Tests/Fixtures/RawSamples"),
        // Stacks made of hostile texts, for the tests and for the proof that other tools read them alike.
        .executableTarget(
            name: "HostileStacks", dependencies: ["TerraneCompiler"] + authoring, path: "Tests/Fixtures/HostileStacks"),
        // A system before and after its parts were renamed, for the proof that nothing is made anew.
        .executableTarget(
            name: "RenamedStacks", dependencies: ["TerraneCompiler"] + authoring, path: "Tests/Fixtures/RenamedStacks"),
        // What each parser promises of any bytes at all, for the tests and for the fuzzer.
        .target(
            name: "FuzzTargets",
            dependencies: [
                "HCL", "TerraneYAML", "TerraneXML", "TerraneCore", "TerraneWorkflows", "TerraneSchemas",
                "TerraneCompiler", "TerraneCLI",
            ], path: "Tests/Fuzz/Targets"),
        // What the schemas have against a template, for a proof to compare.
        .executableTarget(
            name: "SchemaVerdicts", dependencies: authoring + ["TerraneCompiler"],
            path: "Tests/Fixtures/SchemaVerdicts"),
        // Generated stacks for the benchmark.
        .executableTarget(name: "bench", dependencies: authoring, path: "Tests/Bench/Program"),

        .testTarget(name: "HCLTests", dependencies: ["HCL"], exclude: ["Specimens"]),
        .testTarget(name: "TerraneYAMLTests", dependencies: ["TerraneYAML"]),
        .testTarget(name: "TerraneXMLTests", dependencies: ["TerraneXML"]),
        .testTarget(name: "TerraneCoreTests", dependencies: ["TerraneCore"]),
        .testTarget(name: "TerraneAWSTests", dependencies: ["TerraneAWS", "TerraneCore", "TerraneSchemas"]),
        .testTarget(name: "TerraneAtlasTests", dependencies: ["TerraneAtlas", "TerraneAWS", "TerraneCore"]),
        .testTarget(
            name: "TerraneDatadogTests",
            dependencies: ["TerraneDatadog", "TerraneAWS", "TerraneCore", "TerraneTesting"]),
        .testTarget(name: "TerraneWorkflowsTests", dependencies: ["TerraneCore", "TerraneWorkflows"]),
        .testTarget(name: "TerraneSchemasTests", dependencies: ["TerraneSchemas"]),
        .testTarget(
            name: "TerraneChecksTests", dependencies: ["TerraneCompiler"] + authoring),
        .testTarget(
            name: "MistakesTests", dependencies: ["TerraneCompiler"] + authoring,
            exclude: ["MISTAKES.md"]),
        .testTarget(
            name: "TerraneCompilerTests",
            dependencies: [
                "TerraneCompiler", "TerraneCore", "TerraneAWS", "TerraneChecks", "TerraneWorkflows", "TerraneYAML",
                "TerraneXML",
            ]),
        .testTarget(
            name: "HostileInputTests",
            dependencies: [
                "HostileStacks", "FuzzTargets", "TerraneCompiler", "HCL", "TerraneYAML", "TerraneXML",
            ] + authoring),
        .testTarget(
            name: "TerraneCLITests",
            dependencies: [
                "TerraneCLI", "TerraneCompiler", "TerraneCore", "TerraneXML", "stacks", "MistakenStacks", "FirstStack",
            ], exclude: ["Recorded"]),
        .testTarget(
            name: "StacksTests",
            dependencies: ["stacks", "TerraneCompiler", "TerraneTesting", "TerraneXML", "HCL"] + authoring),
    ]
)

// `make fuzz` links libFuzzer, which a usual build does not have.
if Context.environment["TERRANE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Program"))
}

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
