import Foundation

/// The file that InfluxDB 3 takes its first token from: `{"token":"apiv3_…","name":"_admin"}`.
/// Our tools read the same file, so that there is one secret and not two copies of it.
package enum AdminTokenFile {
    private struct Content: Decodable { let token: String }

    /// The token of a JSON file; nil when the text is no such file but a bare token.
    package static func token(in text: String) -> String? {
        try? JSONDecoder().decode(Content.self, from: Data(text.utf8)).token
    }
}
