import Foundation
import Scenarios
import TestSupport
import Testing

@Suite struct `Scenarios that are built in` {
    @Test func `are those of the folder, to the letter (else run scripts/embed-scenarios)`() throws
    {
        let folder = ScenarioFolder(RepositoryFiles.path("scenarios"))
        let builtIn = ScenarioFolder.builtIn
        #expect(builtIn.groups == folder.groups)
        #expect(builtIn.names == folder.names && folder.names.count > 30)
        for name in folder.names {
            let file = try Scenario.load(path: try #require(folder.path(for: name)))
            let copy = try Scenario.load(path: try #require(builtIn.path(for: name)))
            #expect(copy.sha256 == file.sha256, "\(name)")
        }
    }
}
