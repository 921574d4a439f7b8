import Terrane

extension Mistake {
    static var edge: [Mistake] { [] }
}
