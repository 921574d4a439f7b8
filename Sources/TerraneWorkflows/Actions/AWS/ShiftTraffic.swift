public import TerraneCore

/// Two services that take turns behind one listener of a load balancer, each with a target group of its own, all by name.
public struct TwoColors: Sendable {
    public struct Color: Sendable {
        let service: WorkflowText
        let targets: WorkflowText

        public init(service: any WorkflowTextConvertible, targets: any WorkflowTextConvertible) {
            self.service = service.workflowText
            self.targets = targets.workflowText
        }
    }

    let facts: WorkflowMap

    /// `port` is the listener's.
    public init(behind balancer: any WorkflowTextConvertible, port: Port = .https, blue: Color, green: Color) {
        facts = [
            "LOAD_BALANCER": balancer, "LISTENER_PORT": port.number, "BLUE_SERVICE": blue.service,
            "BLUE_TARGETS": blue.targets, "GREEN_SERVICE": green.service, "GREEN_TARGETS": green.targets,
        ]
    }
}

/// Finds out which of two colours serves nobody, so that the next version can go there. It stops when both get traffic, which an
/// earlier release left so.
///
///     let idle = FindIdleColor(TwoColors(behind: "web", blue: …, green: …))
///     DeployTaskDefinition(render.taskDefinition, service: idle.service, cluster: cluster, with: ["desired-count": 4])
///     ShiftTraffic(to: idle, by: .percent(5), .percent(50), watching: .minutes(5), alarms: "errors", "latency")
public struct FindIdleColor: WorkflowStep {
    public var definition: StepDefinition

    public init(_ colors: TwoColors, id: String = "idle", file: String = #fileID, line: Int = #line) {
        let run = Run(
            "Find the idle colour", FindIdleColor.script, env: colors.facts,
            outputs: ["color", "service", "serving-service", "listener", "targets", "serving-targets"], file: file,
            line: line)
        definition = run.definition
        definition.id = id
    }

    /// `blue` or `green`.
    public var color: WorkflowExpression { output("color") }
    public var service: WorkflowExpression { output("service") }
    /// The service that gets all traffic so far.
    public var servingService: WorkflowExpression { output("serving-service") }

    private static let script = #"""
        balancer=$(aws elbv2 describe-load-balancers --names "$LOAD_BALANCER" \
          --query "LoadBalancers[0].LoadBalancerArn" --output text)
        listener=$(aws elbv2 describe-listeners --load-balancer-arn "$balancer" \
          --query "Listeners[?Port==\`$LISTENER_PORT\`].ListenerArn | [0]" --output text)
        serving=$(aws elbv2 describe-listeners --listener-arns "$listener" --output text \
          --query "Listeners[0].DefaultActions[0].ForwardConfig.TargetGroups[?Weight>\`0\`].TargetGroupArn")
        group() {
          aws elbv2 describe-target-groups --names "$1" --query "TargetGroups[0].TargetGroupArn" --output text
        }
        blue=$(group "$BLUE_TARGETS")
        green=$(group "$GREEN_TARGETS")
        case "$serving" in
          "$blue") set -- green "$GREEN_SERVICE" "$BLUE_SERVICE" "$green" "$blue" ;;
          "$green") set -- blue "$BLUE_SERVICE" "$GREEN_SERVICE" "$blue" "$green" ;;
          *)
            echo "::error::Both colours get traffic, or neither: finish the last release first."
            exit 1
            ;;
        esac
        {
          echo "color=$1"
          echo "service=$2"
          echo "serving-service=$3"
          echo "targets=$4"
          echo "serving-targets=$5"
          echo "listener=$listener"
        } >> "$GITHUB_OUTPUT"
        """#
}

/// Moves traffic to the idle colour in steps, the last of which is all of it, and back again if an alarm goes off meanwhile or
/// the job is cancelled. The tasks of both colours stay: later steps stop those that serve nobody. ("Listener rules for your Application Load Balancer", section on weighted target groups.)
public struct ShiftTraffic: WorkflowStep {
    public var definition: StepDefinition

    /// `watching` is how long it watches the alarms after each step.
    public init(
        to idle: FindIdleColor, by steps: Percentage..., watching time: TimeSpan,
        alarms: any WorkflowTextConvertible..., file: String = #fileID, line: Int = #line
    ) {
        let shares = (steps + [.percent(100)]).map { String(Int($0.ofHundred)) }.joined(separator: " ")
        let run = Run(
            "Shift traffic", ShiftTraffic.script,
            env: [
                "LISTENER": idle.output("listener"), "NEW_TARGETS": idle.output("targets"),
                "OLD_TARGETS": idle.output("serving-targets"), "STEPS": shares, "WATCH_SECONDS": time.inSeconds,
                "ALARMS": ShiftTraffic.lines(alarms.map(\.workflowText)),
            ], file: file, line: line)
        definition = run.definition
    }

    private static func lines(_ texts: [WorkflowText]) -> WorkflowText {
        WorkflowText(Array(texts.map(\.parts).joined(separator: [.literal("\n")])))
    }

    private static let script = #"""
        mapfile -t alarms <<< "$ALARMS"
        shift_to() {
          aws elbv2 modify-listener --listener-arn "$LISTENER" --query "Listeners[0].ListenerArn" --output text \
            --default-actions "Type=forward,ForwardConfig={TargetGroups=[{TargetGroupArn=$OLD_TARGETS,Weight=$((100 - $1))},{TargetGroupArn=$NEW_TARGETS,Weight=$1}]}"
        }
        take_back() {
          echo "::error::$1. All traffic goes back."
          shift_to 0
          exit 1
        }
        trap 'take_back "Cancelled"' INT TERM
        for share in $STEPS; do
          echo "$share percent"
          shift_to "$share" || take_back "The load balancer refused"
          end=$((SECONDS + WATCH_SECONDS))
          while [ "$SECONDS" -lt "$end" ]; do
            sleep 5
            ringing=$(aws cloudwatch describe-alarms --alarm-names "${alarms[@]}" \
              --alarm-types MetricAlarm CompositeAlarm --output text \
              --query "[MetricAlarms, CompositeAlarms][] | [?StateValue=='ALARM'].AlarmName") || take_back "The alarms cannot be read"
            [ -z "$ringing" ] || take_back "$ringing went off"
          done
        done
        """#
}
