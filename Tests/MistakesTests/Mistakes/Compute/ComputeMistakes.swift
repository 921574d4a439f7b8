import Terrane

extension Mistake {
    static var compute: [Mistake] { tasks + services + scaling }
}
