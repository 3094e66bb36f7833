/// Says whether a row may be learnt, so that a detector neither learns a fault nor goes blind.
///
/// While an alarm is on nothing is learnt, or one row in ten; after `patience` rows the state is
/// taken for a new normal one (a recipe change never ends) and everything is learnt until the alarm
/// is over.
public struct LearningGuard: Sendable, Equatable {
    private let learning: DecisionParameters.Learning
    private let patience: Int
    /// Rows the present alarm has lasted.
    private(set) var alarmedRows = 0

    public init(_ learning: DecisionParameters.Learning, patience: Int) {
        self.learning = learning
        self.patience = patience
    }

    /// Takes a row's verdict; returns whether the row may be learnt.
    public mutating func admits(isAlarmed: Bool) -> Bool {
        guard isAlarmed else {
            alarmedRows = 0
            return true
        }
        alarmedRows += 1
        switch learning {
        case .always: return true
        case .notWhileAlarmed: return alarmedRows > patience
        case .slowWhileAlarmed: return alarmedRows > patience || alarmedRows % 10 == 0
        }
    }

    func save(to writer: inout StateWriter) { writer.write(alarmedRows) }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        alarmedRows = try reader.readInt(in: 0...Int.max)
    }
}
