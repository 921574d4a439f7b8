/// Writes a bilingual table row by row.
@resultBuilder
public enum PropertiesBuilder {
    public static func buildExpression(_ row: Row) -> [Row] { [row] }
    public static func buildExpression(_ table: Properties) -> [Row] { table.rows }
    public static func buildBlock(_ rows: [Row]...) -> [Row] { Array(rows.joined()) }
    public static func buildArray(_ rows: [[Row]]) -> [Row] { Array(rows.joined()) }
    public static func buildOptional(_ rows: [Row]?) -> [Row] { rows ?? [] }
    public static func buildEither(first rows: [Row]) -> [Row] { rows }
    public static func buildEither(second rows: [Row]) -> [Row] { rows }
    public static func buildFinalResult(_ rows: [Row]) -> Properties { Properties(rows) }
}
