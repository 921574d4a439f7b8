import Terrane

extension Mistake {
    static var compute: [Mistake] { [] }
}
