import CommandLineTool
import Telemetry
import Testbed

/// The routes that `--via` can name.
enum Routes {
    static let names = ["embedded"]

    static func named(_ name: String) throws -> any Route {
        switch name {
        case "embedded": return EmbeddedRoute()
        default:
            throw ToolFailure.usage(
                "--via \(name): there is no such route; there are \(names.joined(separator: ", "))"
                    + Spelling.question(name, in: names))
        }
    }
}
