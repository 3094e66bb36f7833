// ControlPanel
