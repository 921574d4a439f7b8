import Terrane

extension Mistake {
    static var workflows: [Mistake] { [] }
}
