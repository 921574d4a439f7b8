import Terrane

extension Mistake {
    static var identity: [Mistake] { [] }
}
