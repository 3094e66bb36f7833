/// Rows beside runs, counted by distance to the nearest run and by threshold.
struct Slopes {
    private let reach: Int
    private let levels = VolumeUnderSurface.thresholdCount
    /// Rows near one run, by distance and level.
    private var single: [Int]
    /// Rows near two runs, by level.
    private var double: [Int]
    /// Rows that will be near two: distance to the second, to the first, and level; a list for each
    /// distance to the second.
    private var later: [[UInt64]]

    init(reach: Int) {
        self.reach = reach
        single = [Int](repeating: 0, count: (reach + 1) * levels)
        double = [Int](repeating: 0, count: levels)
        later = [[UInt64]](repeating: [], count: reach + 1)
    }

    mutating func add(_ vicinity: Vicinity) {
        for (gap, beside) in vicinity.gaps.enumerated() {
            for place in beside.left { add(place, gap, vicinity) }
            for place in beside.right { add(place, gap, vicinity) }
        }
    }

    /// `place` lies in the gap before run `gap`.
    private mutating func add(_ place: Int, _ gap: Int, _ vicinity: Vicinity) {
        let runs = vicinity.runs
        var (first, second) = (Int.max, Int.max)
        for run in gap - 2...gap + 1 where runs.indices.contains(run) {
            let distance =
                run < gap ? place - runs[run].upperBound + 1 : runs[run].lowerBound - place
            if distance < first {
                (first, second) = (distance, first)
            } else if distance < second {
                second = distance
            }
        }
        guard first <= reach else { return }
        let level = Int(vicinity.level(of: place, inGap: gap))
        single[first * levels + level] += 1
        if second <= reach { later[second].append(UInt64(first) << 8 | UInt64(level)) }
    }

    /// Takes in the rows whose second run comes within `reach`.
    mutating func grow(to reach: Int) {
        for row in later[reach] {
            let (distance, level) = (Int(row >> 8), Int(row & 255))
            single[distance * levels + level] -= 1
            double[level] += 1
        }
    }

    /// Per threshold, the summed weight of flagged rows beside runs.
    func flagged(window: Int) -> [Double] {
        var weights = double.map(Double.init)
        for distance in stride(from: 1, through: window / 2, by: 1) {
            let weight = (1 - Double(distance) / Double(window)).squareRoot()
            for level in 0..<levels {
                weights[level] += weight * Double(single[distance * levels + level])
            }
        }
        var sum = 0.0
        return weights.map {
            sum += $0
            return sum
        }
    }
}

/// One series' zones: its runs widened, joined where they come to share a row.
struct Zones {
    struct Zone {
        /// Indices of the first and last run inside.
        var firstRun: Int
        var lastRun: Int
        /// First threshold that flags a row of the widened zone.
        var level: UInt8
    }
    private let vicinity: Vicinity
    private(set) var zones: [Zone]

    init(_ vicinity: Vicinity) {
        self.vicinity = vicinity
        zones = vicinity.runLevels.enumerated().map { run, level in
            Zone(firstRun: run, lastRun: run, level: level)
        }
    }

    /// Widens each zone from `reach - 1` to `reach` rows.
    mutating func grow(to reach: Int) {
        let runs = vicinity.runs
        var kept = 0
        for index in zones.indices {
            var zone = zones[index]
            // Zones that would reach through a gap were joined before, so the rows lie in it.
            let before = runs[zone.firstRun].lowerBound - reach
            if before >= 0 {
                zone.level = min(zone.level, vicinity.level(of: before, inGap: zone.firstRun))
            }
            let after = runs[zone.lastRun].upperBound - 1 + reach
            if after < vicinity.count {
                zone.level = min(zone.level, vicinity.level(of: after, inGap: zone.lastRun + 1))
            }
            if kept > 0, runs[zones[kept - 1].lastRun].upperBound - 1 + reach >= before {
                zones[kept - 1].lastRun = zone.lastRun
                zones[kept - 1].level = min(zones[kept - 1].level, zone.level)
            } else {
                zones[kept] = zone
                kept += 1
            }
        }
        zones.removeSubrange(kept...)
    }
}
