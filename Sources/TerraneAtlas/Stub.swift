enum TerraneAtlasStub {}
