import Terrane

extension Mistake {
    static var policies: [Mistake] { [] }
}
