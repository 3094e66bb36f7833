import CSVFiles
import CommandLineTool

/// Channels of a surveyed file, and what is to be said of them.
struct FoundChannels {
    var columns: [(column: Int, style: NumberStyle)] = []
    var warnings: [String] = []
    /// Of each of these its place among the candidates.
    fileprivate var places: [Int] = []
}

extension FileSurvey {
    /// More than the list of columns says, where none is a channel.
    var hint: String {
        let isText = columns.contains {
            if case .text = $0.verdict(nil, commaParts: hasCommas) { $0.count > 0 } else { false }
        }
        return isText ? "; cells are no numbers, as the first ones show" : ""
    }

    /// The candidates that are channels; the others go to those left out.
    /// - Throws: ``ToolFailure`` (usage) for numbers that cannot be read for certain.
    func channels(_ roles: inout ColumnRoles, _ options: DataOptions) throws -> FoundChannels {
        var found = FoundChannels()
        for (place, column) in roles.candidates.enumerated() {
            if options.channels.isEmpty, isTwin[place], hasAnomaly {
                roles.leftOut.append((column, .labelTwin))
                found.warnings.append(
                    "\(roles.name(column)) equals the label in every row and is left out, for a"
                        + " detector that sees it sees the answers; --channels names the channels")
                continue
            }
            try judge(place, column, &roles, options, &found)
        }
        if options.decimal == nil { try compareMarks(found, roles) }
        let commas = found.columns.filter { $0.style.mark == .comma }.map { roles.name($0.column) }
        if !commas.isEmpty, options.decimal == nil {
            found.warnings.append(
                "read with a decimal comma: \(commas.joined(separator: ", ")) (--decimal . if commas"
                    + " part thousands)")
        }
        roles.leftOut.sort { $0.column < $1.column }
        return found
    }

    private func judge(
        _ place: Int, _ column: Int, _ roles: inout ColumnRoles, _ options: DataOptions,
        _ found: inout FoundChannels
    ) throws {
        let name = roles.name(column)
        let survey = columns[place]
        switch survey.verdict(options.decimal, commaParts: hasCommas) {
        case .numbers(let style, let bad, let first):
            found.columns.append((column, style))
            found.places.append(place)
            if survey.largeCount > 0 {
                found.warnings.append(LargeValues.warning(name, survey.largeCount))
            }
            if let first {
                found.warnings.append(
                    "\(name): \(bad) of \(survey.count) cells \(bad == 1 ? "is" : "are") no"
                        + " number: \"\(first.text)\" in line \(first.line); taken as missing")
            }
        case .text(let numbers, let first):
            if !options.channels.isEmpty {
                throw ToolFailure.usage(
                    "\(file.name):\(first.line): \(name) is \"\(first.text)\"; a channel holds"
                        + " numbers; take it out of --channels")
            }
            roles.leftOut.append((column, .text(numbers: numbers)))
            if numbers == 0, first.isNearlyNumber {
                found.warnings.append(
                    "\(name) is left out: its cells are no numbers, line \(first.line) says"
                        + " \"\(first.text)\"; write the number alone")
            }
            if numbers > 0 {
                found.warnings.append(
                    "\(name) is left out: only \(numbers) of \(survey.count) cells are numbers,"
                        + " and line \(first.line) says \"\(first.text)\"")
            }
        case .thousands(let example):
            throw ToolFailure.usage(
                "\(file.name):\(example.line): \(name) is \"\(example.text)\"; thousands"
                    + " separators are not read: write the number without, or leave the column"
                    + " out with --ignore-columns \(name)")
        case .ambiguous(let example):
            throw ToolFailure.usage(
                "\(file.name):\(example.line): \(name) is \"\(example.text)\", which may have a"
                    + " decimal comma or part thousands; say --decimal , or write the number"
                    + " without thousands separators")
        }
    }

    /// Holds columns that could be read either way against those that are certain.
    private func compareMarks(_ found: FoundChannels, _ roles: ColumnRoles) throws {
        let channels = zip(found.columns, found.places).map { channel, place in
            (name: roles.name(channel.column), style: channel.style, survey: columns[place])
        }
        for (name, style, survey) in channels {
            guard let doubt = survey.doubt(of: style) else { continue }
            for other in channels where other.style.mark != style.mark {
                guard let proof = other.survey.proof(of: other.style) else { continue }
                let doubtful = DoubtfulMark(
                    column: name, doubt: doubt, certainColumn: other.name, proof: proof,
                    mark: other.style.mark)
                throw ToolFailure.usage(
                    "\(file.name):\(doubt.line): \(name) is \"\(doubt.text)\"; "
                        + doubtful.needed(behindDoubt: true))
            }
        }
    }
}

extension ColumnSurvey.Example {
    /// Whether this is a number with a unit, a percent sign or an odd minus: mostly digits, and no date.
    fileprivate var isNearlyNumber: Bool {
        let digits = text.unicodeScalars.count { (48...57).contains($0.value) }
        return 2 * digits >= text.unicodeScalars.count && !text.contains(":")
            && text.count { "-/.".contains($0) } < 2
    }
}
