import Quantities
import Scenario
import Virtualization

/// How guests of a group come and go under their technique.
struct GuestConduct: Sendable {
  /// Whether they restart on other hosts when theirs fails, and whether they move while they run.
  let restarts: Bool
  let moves: Bool
  /// From when they have a host until they run, and what comes before their first start.
  let boot: Seconds
  let provisioning: Seconds

  init(under technique: Technique, in layout: Layout) {
    // What a layout of one technique says of it holds, whatever the technique can.
    restarts = layout.restart != nil && (!layout.isMixed || technique.restartsGuests)
    moves = layout.migration != nil && (!layout.isMixed || technique.migratesLive)
    boot = technique.times.boot.value
    provisioning = technique.times.provisioning.value
  }
}
