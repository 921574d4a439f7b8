import Terrane

extension Mistake {
    static var data: [Mistake] { databases + caches + backups }
}
