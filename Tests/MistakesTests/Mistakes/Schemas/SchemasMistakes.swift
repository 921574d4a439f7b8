import Terrane

extension Mistake {
    static var schemas: [Mistake] { [] }
}
