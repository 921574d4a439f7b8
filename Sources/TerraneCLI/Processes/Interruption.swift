import Dispatch
import Foundation

/// What happens when somebody stops the command: other programs end, temporary folders go, and then the process does what it
/// would have done at once.
enum Interruption {
    static func prepare() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { stop(number) }
            source.resume()
            // It listens as long as the process lives.
            _ = Unmanaged.passRetained(source as AnyObject)
        }
    }

    private static func stop(_ number: Int32) {
        RunningPrograms.endAll()
        TemporaryFolder.removeAll()
        signal(number, SIG_DFL)
        kill(getpid(), number)
    }
}
