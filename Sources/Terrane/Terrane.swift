/// What an author of stacks imports: the models of Terrane under one name.
@_exported public import TerraneAWS
@_exported public import TerraneAtlas
@_exported public import TerraneChecks
@_exported public import TerraneCore
@_exported public import TerraneDatadog
@_exported public import TerraneWorkflows
