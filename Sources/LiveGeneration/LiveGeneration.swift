// LiveGeneration
