enum TerraneTestingStub {}
