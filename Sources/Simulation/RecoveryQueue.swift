import EventEngine

/// A site that comes back: machines, people, streams and boots as events.
///
/// A machine that is there waits for a crew, and is ready after the effort. Its guests then wait for a stream each, which
/// reads their data, and for one of the machine's slots, in which they boot. All lines are first come, first served, and
/// whoever comes at the same time is served in order of number.
struct RecoveryQueue: Sendable {
  private enum Kind: UInt16 { case machineThere, machineReady, dataBack, guestBack }

  /// When each machine is there, from the beginning of the recovery.
  var machines: [TimeSpan]
  /// Guests on each machine, in order of number; the last may have fewer.
  var guestsPerMachine: Int
  /// Crews, and what a machine takes of one.
  var crews: Int
  var effort: TimeSpan
  /// Streams, and what each guest takes of one.
  var streams: Int
  var reads: [TimeSpan]
  /// Guests that a machine starts at a time, and how long that takes.
  var slots: Int
  var boot: TimeSpan

  /// What came of it.
  struct Outcome: Sendable, Hashable {
    /// When each guest is back, from the beginning of the recovery.
    var back: [TimeSpan]
    /// How often each came back: once, or the program is at fault.
    var returns: [Int32]
    /// Time of crews.
    var crewTime: TimeSpan
  }

  /// Plays the recovery to its end.
  func run() -> Outcome {
    var outcome = Outcome(
      back: Array(repeating: .zero, count: reads.count), returns: Array(repeating: 0, count: reads.count),
      crewTime: .zero)
    var queue = EventQueue()
    var crewLine = SlotLine(slots: crews)
    var streamLine = SlotLine(slots: streams)
    var bootLines = machines.map { _ in SlotLine(slots: slots) }
    func schedule(_ kind: Kind, at time: Instant, _ target: Int32) {
      queue.schedule(at: min(time, EventQueue.latest), kind: kind.rawValue, target: target)
    }
    func setUp(_ machine: Int32, at time: Instant) {
      outcome.crewTime += effort
      schedule(.machineReady, at: time + effort, machine)
    }
    func read(_ guest: Int32, at time: Instant) { schedule(.dataBack, at: time + reads[Int(guest)], guest) }
    func start(_ guest: Int32, at time: Instant) { schedule(.guestBack, at: time + boot, guest) }

    for (machine, there) in machines.enumerated() {
      schedule(.machineThere, at: .start + there, Int32(machine))
    }
    while let event = queue.popNext() {
      guard let kind = Kind(rawValue: event.kind) else { preconditionFailure("an event of no kind") }
      let (time, target) = (event.time, event.target)
      switch kind {
      case .machineThere:
        if crewLine.enter(target) { setUp(target, at: time) }
      case .machineReady:
        if let next = crewLine.leave() { setUp(next, at: time) }
        let first = Int(target) * guestsPerMachine
        for guest in first..<max(first, min(reads.count, first + guestsPerMachine))
        where streamLine.enter(Int32(guest)) {
          read(Int32(guest), at: time)
        }
      case .dataBack:
        if let next = streamLine.leave() { read(next, at: time) }
        if bootLines[Int(target) / guestsPerMachine].enter(target) { start(target, at: time) }
      case .guestBack:
        if let next = bootLines[Int(target) / guestsPerMachine].leave() { start(next, at: time) }
        outcome.back[Int(target)] = time.sinceStart
        outcome.returns[Int(target)] += 1
      }
    }
    return outcome
  }
}
