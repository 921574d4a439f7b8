import Foundation
import FuzzTargets

/// libFuzzer's own entry, for programs that have a `main` ("libFuzzer: Using libFuzzer as a library", LLVM documentation).
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Which parser this run is about; written once, before the fuzzer starts.
nonisolated(unsafe) private var target: FuzzTarget?

/// Looks for bytes that a parser does not survive, or of which it breaks its promises.
///
///     FUZZ_TARGET=hcl Fuzz [options of libFuzzer] CORPUS
@main struct Fuzz {
    static func main() {
        let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
        target = FuzzTarget.named(name)
        guard target != nil else {
            fatalError("FUZZ_TARGET is none of \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
        }
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runFuzzer(&count, &arguments) { check($0, $1) })
    }
}

/// What libFuzzer calls with each input; its own `main`, which is linked beside ours, knows it by this name.
@_cdecl("LLVMFuzzerTestOneInput")
func check(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let problem = target?.check(Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(problem) }
    return 0
}
