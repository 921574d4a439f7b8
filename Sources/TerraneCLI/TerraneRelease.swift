/// What Terrane says of itself to other programs.
enum TerraneRelease {
    static let version = "0.1.0"
}
