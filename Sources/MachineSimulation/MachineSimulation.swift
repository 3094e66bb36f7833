// MachineSimulation
