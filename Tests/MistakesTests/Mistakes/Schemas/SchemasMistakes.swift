extension Mistake {
    static var schemas: [Mistake] { terraformSchemas + cloudFormationSchemas }
}
