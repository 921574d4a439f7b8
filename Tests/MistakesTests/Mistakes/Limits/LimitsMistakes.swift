import Terrane

extension Mistake {
    static var limits: [Mistake] { limitNames + limitNumbers + renames }
}
