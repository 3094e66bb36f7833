import Charts
import CommandLineTool
import DetectionPipeline
import Digests
import DurableFiles
import Foundation
import Telemetry

/// Keeps the last readings of every series, and draws those that had an anomaly: the tutorial's plot,
/// one SVG file per unique id.
struct PlotRecorder {
    private struct Track {
        var series: SeriesIdentity
        var channels: [String]
        var times: [Int64] = []
        var values: [Double] = []
        var scores: [Double] = []
        var flags: [Bool] = []
        var threshold = Double.infinity
        /// Channels that led in an anomaly; drawn, with the score below them.
        var leading: [Int] = []
        var isChanged = false
    }

    private let folder: String
    /// Two detectors would replace each other's pictures, which have the same names.
    private let lock: FileLock?
    /// Readings kept over all series, and most of one.
    private let budget = 1_000_000
    private let longest: Int
    private var tracks: [String: Track] = [:]

    /// - Parameters:
    ///   - folder: made if it is not there.
    ///   - longest: readings in a plot, at most.
    init(folder: String, longest: Int) throws {
        do throws(SystemError) { try Files.makeFolder(folder) } catch {
            throw ToolFailure.failed(
                "--plots \(folder): the folder cannot be made: \(error.reason);"
                    + " name another")
        }
        do throws(FileLock.Refusal) { lock = try FileLock(folder: folder, patience: .zero) } catch {
            guard error != .held else {
                throw ToolFailure.failed(
                    "--plots \(folder): another anomaly-detector draws there; give this one a folder"
                        + " of its own")
            }
            // A file system that knows no locks is no reason not to draw.
            lock = nil
        }
        self.folder = folder
        self.longest = longest
    }

    mutating func observe(_ batch: ScoredBatch) {
        let readings = batch.readings
        var track =
            tracks.removeValue(forKey: batch.uniqueID)
            ?? Track(series: readings.series, channels: readings.channels)
        defer { tracks[batch.uniqueID] = track }
        let newest = track.times.last ?? .min
        for (index, verdict) in batch.verdicts.enumerated() {
            let time = readings.times[index]
            // After a failed cycle the same readings come again.
            guard time > newest || track.times.isEmpty else { continue }
            let isWarm = verdict.state != .warmup
            track.times.append(time)
            track.values += readings.row(index)
            track.scores.append(isWarm ? verdict.score : .nan)
            track.flags.append(verdict.isAnomaly)
            if isWarm { track.threshold = verdict.threshold }
            guard verdict.isAnomaly else { continue }
            track.isChanged = true
            let lead = max(0, Int(verdict.leadingChannel))
            if !track.leading.contains(lead) { track.leading.append(lead) }
        }
        let room = max(60, min(longest, budget / max(1, tracks.count + 1)))
        // Seldom, for it moves what stays.
        if track.times.count > room + room / 2 {
            let excess = track.times.count - room
            track.times.removeFirst(excess)
            track.scores.removeFirst(excess)
            track.flags.removeFirst(excess)
            track.values.removeFirst(excess * track.channels.count)
        }
    }

    /// Draws the series that had an anomaly since the last call.
    /// - Returns: the files written.
    /// - Throws: ``ToolFailure`` when one cannot be written.
    @discardableResult
    mutating func write() throws -> [String] {
        var files: [String] = []
        for uniqueID in tracks.keys.sorted() {
            guard let track = tracks[uniqueID], track.isChanged else { continue }
            let path = "\(folder)/\(Self.fileName(uniqueID)).svg"
            do throws(UnwritableFile) {
                try AtomicFile.replace(path, with: plot(uniqueID, track).svg)
            } catch {
                throw ToolFailure.failed(
                    "\(path): cannot be written: \(error.cause.reason); free space, or name"
                        + " another folder with --plots")
            }
            tracks[uniqueID]?.isChanged = false
            files.append(path)
        }
        return files
    }

    private func plot(_ uniqueID: String, _ track: Track) -> LinePlot {
        let marked = track.flags.indices.filter { track.flags[$0] }
        let width = track.channels.count
        let shown = track.leading.filter { $0 < width }.sorted().prefix(4)
        var lanes = shown.map { channel in
            LinePlot.Lane(
                label: track.channels[channel], times: track.times,
                values: track.times.indices.map { track.values[$0 * width + channel] },
                marked: marked)
        }
        lanes.append(
            LinePlot.Lane(
                label: "anomaly score", times: track.times, values: track.scores, marked: marked,
                level: track.threshold.isFinite ? track.threshold : nil, range: 0...1))
        return LinePlot(title: "\(uniqueID): anomalies", lanes: lanes)
    }

    /// A unique id as a file's name: whatever a machine is called, it stays inside the folder.
    static func fileName(_ uniqueID: String) -> String {
        let plain = String(
            uniqueID.unicodeScalars.prefix(100).map { scalar -> Character in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": Character(scalar)
                default: "_"
                }
            })
        let isSafe = plain == uniqueID && !plain.hasPrefix(".") && !plain.isEmpty
        return isSafe
            ? plain
            : "series-" + plain.replacing(".", with: "_") + "-"
                + SHA256.hex(Array(uniqueID.utf8)).prefix(8)
    }
}
