import Terrane

extension Mistake {
    static var reachability: [Mistake] { [] }
}
