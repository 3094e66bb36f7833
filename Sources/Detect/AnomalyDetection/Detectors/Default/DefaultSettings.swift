/// The choices the default detector rests on. All are in rows or in units of a channel's own past,
/// so that none depends on how many channels there are, how long a row is or what it is measured in.
struct DefaultSettings: Sendable, Equatable {
    /// Rows before anything is judged.
    var warmup = 150
    /// Rows a regression rests on.
    var memory = 7200.0
    /// Rows between two false alarms of one statistic, before margins.
    var returnPeriod = 1e6
    /// Factors on the calibrated limits of a residual's statistics: row, short, medium, long, spread.
    var margins = [1.15, 1.4, 1.8, 1.5, 1.5]
    /// Least limits of the same, in units of the residual's noise.
    var floors = [4.5, 1.0, 0.5, 0.25, 1.5]
    /// How much a limit that rests on few independent values is raised: `1 + doubt · window / rows`.
    var doubt = 6.0
    /// A limit may grow as a power of the rows seen: what creeps up does not take its limit along.
    var growth = 4.0
    /// Rows before that holds.
    var young = 1500.0
    /// Factor on the limit of a change of level.
    var changeMargin = 1.7
    /// Share of the limit of a change that a value out of its range must also reach, about.
    var changeNeeded = 1.0
    /// Eights of rows a level is kept out of the past for, lest an alarm follow.
    var quarantine = 2
    /// Rows before that begins.
    var quarantineFrom = 600
    /// Rows before which a series is young: a change that comes a second time is ordinary, and a level
    /// that was got used to is not learned by the regressions yet.
    var youth = 1200
    /// Rows before which the regressions learn every level: all are new.
    var infancy = 400
    /// Rows after a new level was got used to in which others out of range are put down to it.
    var settling = 1800
    /// How many times its longest regular stay a half cycle may take.
    var late = 1.2
    /// An alarm lasts while its ratio is above this.
    var hysteresis = 0.75
    /// Rows a weak alarm lasts before its state is taken for a new regime: this times the square of
    /// its largest ratio…
    var patience = 20.0
    /// … but no more than this.
    var longestPatience = 600.0
    /// Rows a level out of its range lasts before it is taken for a new one.
    var levelPatience = 90
    /// The same before row ``youngPatienceRows`` where no other channel moved along.
    var youngLevelPatience = 600
    /// Rows in which others must have been away for that.
    var together = 30.0
    /// Ratio to a limit of level from which on a channel counts as away.
    var away = 0.6
    /// Factor on the patience with a residual while a series of several channels is young.
    var youngPatience = 8.0
    var youngPatienceRows = 1800
    /// Rows a channel stands still before it is taken to be at rest.
    var stuckPatience = 600
    /// What the prediction's novelty adds to the doubt about a residual.
    var noveltyWeight = 0.6
    /// Novelty from which on the regression extrapolates.
    var novel = 6.0
    /// Novelty from which on a row counts for less in the regression.
    var bound = 20.0
    /// Margin, and least limit in units of noise, of the distance from an older regression.
    var creepMargin = 1.3
    var creepFloor = 0.5
    /// Rows the mean of that distance is over.
    var creepWindow = 600.0
    /// Rows an alarm of it lasts before a newer regression takes the older one's place.
    var creepPatience = 3600
    /// Ratio from which on an alarm stops the regression from learning.
    var weak = 1.3
    /// Ratio from which on a regime that was got used to is not learned but only tolerated…
    var strong = 1.0
    /// … for so many rows.
    var probation = 7200
    /// Rows a regime or level that was left is remembered.
    var regimeMemory = 30_000
    var levelMemory = 900
}
