import Foundation
import Synchronization
import TestSupport
import Testing
import Threading

private func program(_ names: String...) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return names.contains { name in
        folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
}

/// The page as a person uses it, in a real browser. `PANEL_SCREENSHOTS=DIR` keeps the pictures.
@Suite(
    .enabled(
        if: program("python3") && program("chromium", "chromium-browser", "google-chrome"),
        "needs python3 and chromium"))
struct BrowserTests {
    /// `scripts/` of this package.
    private let script = RepositoryFiles.path("scripts/panel-browser-check")

    @Test(.timeLimit(.minutes(2)))
    func `a click toggles, two tabs agree, and nothing leaves the machine`() throws {
        let hostile = #""><img src=x onerror=alert(1)></script>{{7*7}}"# + "\u{202E}"
        let plant = TestPlant(
            ids: ["machine1", "machine2", hostile, "machine4"],
            providers: ["Smith and Sons", "O'Brien & Co", hostile, ""])
        plant.tick(90)
        let isRunning = Mutex(true)
        Threads.start {
            while isRunning.withLock({ $0 }) {
                plant.tick()
                Threads.sleep(.milliseconds(200))
            }
        }
        defer { isRunning.withLock { $0 = false } }
        try withPanel(plant) { panel, _ in
            let check = Process()
            let output = Pipe()
            check.executableURL = URL(filePath: "/usr/bin/env")
            check.arguments = ["python3", script, panel.url]
            if let folder = ProcessInfo.processInfo.environment["PANEL_SCREENSHOTS"] {
                check.arguments! += ["--screenshots", folder]
            }
            check.standardOutput = output
            try check.run()
            let text = String(
                decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            check.waitUntilExit()
            #expect(check.terminationStatus == 0, "\(text)")
            #expect(text.contains("one click starts the overload"), "the checks were made")
        }
    }
}
