import Quantities
import Scenario
import Virtualization
import Workload

/// How guests of a group come and go under their technique.
struct GuestConduct: Sendable {
  /// Whether they restart on other hosts when theirs fails, and whether they move while they run.
  let restarts: Bool
  let moves: Bool
  /// From when they have a host until they run, and the same for their first run.
  let boot: Seconds
  let firstRun: Seconds

  init(of group: GuestGroup, under technique: Technique, in layout: Layout) {
    // What a layout of one technique says of it holds, whatever the technique can.
    restarts = layout.restart != nil && (!layout.isMixed || technique.restartsGuests)
    moves = layout.migration != nil && (!layout.isMixed || technique.migratesLive)
    boot = technique.times.boot.value
    firstRun = layout.timeToFirstRun(of: group, under: technique)
  }
}
