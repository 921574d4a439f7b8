import Foundation

/// Reads what tools print as JSON.
enum JSONReading {
    static func value<Value: Decodable>(
        _ type: Value.Type, in run: ProgramRun.Result
    ) throws(ToolProblem) -> Value {
        guard case .exited = run.ending, let value = try? JSONDecoder().decode(type, from: Data(run.output)) else {
            throw .unreadable(run)
        }
        return value
    }
}
