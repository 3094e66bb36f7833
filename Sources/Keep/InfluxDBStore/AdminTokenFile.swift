import JSONText

/// The file that InfluxDB 3 takes its first token from: `{"token":"apiv3_…","name":"_admin"}`.
/// Our tools read the same file, so that there is one secret and not two copies of it.
package enum AdminTokenFile {
    /// The token of a JSON file; nil when the text is no such file but a bare token.
    package static func token(in text: String) -> String? {
        (try? JSONReader.read(Array(text.utf8)))?["token"]?.asString
    }
}
