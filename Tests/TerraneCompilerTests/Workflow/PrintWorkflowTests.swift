import TerraneCore
import TerraneWorkflows
import Testing

@testable import TerraneCompiler

@Suite struct PrintWorkflowTests {
    static func print(_ workflow: Workflow) -> PrintedDocument {
        workflow.printed(headedBy: "Generated.", resolving: \.text)
    }

    static func text(_ workflow: Workflow) -> String {
        String(decoding: print(workflow).bytes, as: UTF8.self)
    }

    /// The lines of the job's steps in a workflow of one job.
    static func steps(@StepsBuilder _ steps: () -> [StepDefinition]) -> String {
        let lines = text(Workflow("a", name: "A", on: .push()) { Job("test", steps: steps) })
            .split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { $0 != "    steps:" }.dropFirst().dropLast()
            .map { String($0.dropFirst(6)) }.joined(separator: "\n")
    }

    @Test func aWorkflowPrintsAsAPersonWouldWriteIt() {
        let test = Job("test") {
            Checkout()
            Run("Test", "npm ci\nnpm test", in: "backend")
        }
        let deploy = Job("deploy", timeout: .minutes(5)) { Run("Deploy", "make deploy") }
            .needs(test).if(.github.isPush).environment("production", url: "https://example.com")
        let workflow = Workflow(
            "backend", name: "Backend", on: .push(branches: ["main"]), .pullRequest(paths: ["backend/**"]),
            env: ["CLUSTER": "main"]
        ) {
            test
            deploy
        }
        #expect(
            Self.text(workflow) == """
                # Generated.
                name: Backend

                on:
                  push:
                    branches: [main]
                  pull_request:
                    paths: [backend/**]

                permissions: {}

                concurrency:
                  group: ${{ github.workflow }}-${{ github.ref }}
                  cancel-in-progress: ${{ github.event_name == 'pull_request' }}

                env:
                  CLUSTER: main

                defaults:
                  run:
                    shell: bash

                jobs:
                  test:
                    runs-on: ubuntu-latest
                    permissions:
                      contents: read
                    timeout-minutes: 30
                    steps:
                      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                        with:
                          persist-credentials: false

                      - name: Test
                        working-directory: backend
                        run: |
                          npm ci
                          npm test

                  deploy:
                    needs: [test]
                    if: github.event_name == 'push'
                    runs-on: ubuntu-latest
                    environment:
                      name: production
                      url: https://example.com
                    concurrency:
                      group: backend-production
                      cancel-in-progress: false
                    timeout-minutes: 5
                    steps:
                      - name: Deploy
                        run: make deploy

                """)
    }

    @Test func expressionsAndValuesMix() {
        let repository: Value<String> = "web"
        #expect(
            Self.steps {
                Run(
                    "Tag", "make",
                    env: ["IMAGE": WorkflowText("\(repository):\(.github.sha)"), "COUNT": 3, "TEXT": "3"])
            } == """
                - name: Tag
                  env:
                    IMAGE: web:${{ github.sha }}
                    COUNT: 3
                    TEXT: '3'
                  run: make
                """)
    }

    @Test func anExpressionAsATextIsEscaped() {
        let printed = Self.steps { Run("Explain ${{ x }}", "make", env: ["A": WorkflowText("$\("{{ y")")]) }
        #expect(
            printed == """
                - name: Explain ${{ '${{' }} x }}
                  env:
                    A: ${{ '${{' }} y
                  run: make
                """)
    }

    @Test func aConditionThatBeginsWithNotIsWrapped() {
        #expect(
            Self.steps { Run("Clean", "make clean").if(!.cancelled()).timeout(.minutes(2)).continueOnError() } == """
                - name: Clean
                  if: ${{ !cancelled() }}
                  continue-on-error: true
                  timeout-minutes: 2
                  run: make clean
                """)
    }

    @Test func aConditionThatHoldsAnExpressionAsATextIsWrapped() {
        #expect(
            Self.steps { Run("Clean", "make clean").if(.github.refName == "${{") } == """
                - name: Clean
                  if: ${{ github.ref_name == '${{' }}
                  run: make clean
                """)
    }

    @Test func aMessageToSlackIsJSONWhateverItHolds() {
        let step = SlackNotification("\"it's\" {\(.github.refName)}", webhook: .secret("HOOK"))
        #expect(
            Self.steps { step } == """
                - name: Notify Slack
                  uses: slackapi/slack-github-action@dcb1066f776dd043e64d0e8ba94ca15cc7e1875d # v4.0.0
                  with:
                    webhook: ${{ secrets.HOOK }}
                    webhook-type: incoming-webhook
                    payload: |
                      {
                        "text": ${{ toJSON(format('"it''s" {{{0}}}', github.ref_name)) }}
                      }
                """)
    }

    @Test(arguments: [
        ("${{ x", "${{ '${{' }} x"), ("${{\u{301} x", "${{ '${{' }}\u{301} x"), ("$${{", "$${{ '${{' }}"),
        ("$ {{", "$ {{"),
    ])
    func whatIsNoExpressionIsNotReadAsOne(text: String, printed: String) {
        let steps = Self.steps { Run("x", "true", env: ["V": text]) }
        #expect(steps.holds(mark: "\n    V: \(printed)"), "\(steps)")
        let job = Self.text(
            Workflow("a", name: "A", on: .push()) { Job("test", on: Runner(text)) { Run("x", "true") } })
        #expect(job.holds(mark: "    runs-on: \(printed)\n"), "\(job)")
    }

    @Test func aTextWithAnExpressionIsNoLongerThanGitHubTakes() {
        let printed = { (length: Int) in
            Self.print(
                Workflow("a", name: "A", on: .push()) {
                    Job("test") {
                        Run(
                            "x", "true",
                            env: ["V": WorkflowText("\(.github.sha)\(String(repeating: "x", count: length))")])
                    }
                })
        }
        #expect(printed(20_983).diagnostics.isEmpty)
        #expect(printed(20_984).diagnostics.map(\.rule) == ["expression-too-long"])
        let plain = Workflow("a", name: "A", on: .push()) {
            Job("test") { Run("x", String(repeating: "x", count: 100_000)) }
        }
        #expect(Self.print(plain).diagnostics.isEmpty)
    }
}
