import Foundation
import Testing

extension Trait where Self == ConditionTrait {
    /// Skips, visibly, where one of the programs is not installed.
    public static func needs(_ programs: String..., from package: String) -> Self {
        .enabled(
            if: programs.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) },
            "not all of \(programs.joined(separator: ", ")) are here: apt-get install \(package)")
    }
}
