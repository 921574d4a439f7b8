import Terrane

extension Mistake {
    static var alarms: [Mistake] { [] }
}
