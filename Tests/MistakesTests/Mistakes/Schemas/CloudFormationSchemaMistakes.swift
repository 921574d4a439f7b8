extension Mistake {
    static var cloudFormationSchemas: [Mistake] { [] }
}
