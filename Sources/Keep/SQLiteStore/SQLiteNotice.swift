/// What a store's user should hear of while the store itself goes on.
public enum SQLiteNotice: Sendable, Equatable {
    /// Cells of `machine_data` that are texts or blobs: another program has written there.
    public struct TextCells: Sendable, Equatable {
        public var path: String
        public var count: Int
        /// The first one, and its channel.
        public var example: String
        public var channel: String

        public init(path: String, count: Int, example: String, channel: String) {
            (self.path, self.count) = (path, count)
            (self.example, self.channel) = (example, channel)
        }
    }

    /// Another program holds the file; it is waited for, up to `patience`.
    case held(path: String, spent: Duration, patience: Duration)
    /// What the first load found that met any.
    case texts(TextCells)
}

extension SQLiteNotice: CustomStringConvertible {
    public var description: String {
        switch self {
        case .held(let path, let spent, let patience):
            "\(path): another program holds the file; waiting, \(spent.components.seconds) of"
                + " \(patience.components.seconds) s are over"
        case .texts(let texts):
            "\(texts.path): \(texts.count) \(texts.count == 1 ? "cell" : "cells") of machine_data"
                + " \(texts.count == 1 ? "is" : "are") no number, as \"\(texts.example)\" of"
                + " \(texts.channel); taken as missing"
        }
    }
}
