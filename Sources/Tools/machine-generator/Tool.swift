import CommandLineTool

@main enum MachineGenerator {
    static func main() {
        Tool(
            name: "machine-generator",
            summary: "runs simulated machines and publishes their readings over MQTT",
            commands: [GenerateCommand.command], defaultCommand: "run"
        ).runAndExit()
    }
}
