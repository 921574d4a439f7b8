import Foundation
import Subprocess
import Synchronization

/// A program that runs, with all that it started.
final class ProcessGroup: Sendable {
    private enum State {
        case waiting, ended, finished
        case running(pid_t)
    }

    private let state = Mutex(State.waiting)

    /// The program runs, as the leader of its session; if its time was over before, it ends at once.
    func begin(_ leader: pid_t) {
        let isLate = state.withLock { state in
            if case .ended = state { return true }
            state = .running(leader)
            return false
        }
        if isLate { kill(-leader, SIGKILL) } else { RunningPrograms.add(leader) }
    }

    /// Ends it and all that it started.
    func end() {
        state.withLock { state in
            switch state {
            case .running(let leader):
                kill(-leader, SIGKILL)
                RunningPrograms.remove(leader)
                state = .ended
            case .waiting: state = .ended
            case .ended, .finished: break
            }
        }
    }

    /// The program is over; says whether that was because it was ended. What it left behind ends too.
    func finish() -> Bool {
        state.withLock { state in
            switch state {
            case .running(let leader):
                kill(-leader, SIGKILL)
                RunningPrograms.remove(leader)
                state = .finished
                return false
            case .ended: return true
            case .waiting, .finished: return false
            }
        }
    }
}

/// All programs that run, so that an interrupt ends them.
enum RunningPrograms {
    private static let leaders = Mutex<Set<pid_t>>([])

    static func add(_ leader: pid_t) {
        leaders.withLock { _ = $0.insert(leader) }
    }

    static func remove(_ leader: pid_t) {
        leaders.withLock { _ = $0.remove(leader) }
    }

    static func endAll() {
        leaders.withLock { leaders in
            for leader in leaders { kill(-leader, SIGKILL) }
            leaders = []
        }
    }
}
