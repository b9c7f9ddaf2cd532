public import Quantities

/// The guests of a host from which one is chosen to leave, in their order on the host.
public struct MovableGuests: Sendable {
  /// The memory of each guest, which has to travel.
  public private(set) var memory: [Bytes] = []
  /// How much of its own processors each guest uses now.
  public private(set) var utilization: [Fraction] = []
  /// The utilizations at past samples: guest by guest, `samples` each, the newest first.
  public private(set) var history: [Fraction] = []
  /// The length of the history of each guest.
  public private(set) var samples: Int

  /// No guests, with room for histories of some length.
  public init(samples: Int = 0) {
    precondition(samples >= 0, "a history has no negative length")
    self.samples = samples
  }

  /// How many guests there are.
  public var count: Int { memory.count }

  /// Adds a guest after the others; its samples follow.
  public mutating func append(memory: Bytes, utilization: Fraction) {
    precondition(history.count == count * samples, "the history of the guest before is not complete")
    self.memory.append(memory)
    self.utilization.append(utilization)
  }

  /// Adds the next older sample of the guest that was added last.
  public mutating func appendSample(_ utilization: Fraction) { history.append(utilization) }

  /// Takes a guest out; the others keep their order.
  public mutating func remove(at index: Int) {
    memory.remove(at: index)
    utilization.remove(at: index)
    history.removeSubrange(index * samples..<(index + 1) * samples)
  }

  /// Takes all guests out and keeps the memory for the next host.
  public mutating func removeAll(samples: Int) {
    memory.removeAll(keepingCapacity: true)
    utilization.removeAll(keepingCapacity: true)
    history.removeAll(keepingCapacity: true)
    self.samples = samples
  }
}
