public import Quantities

/// What one host does with what its guests ask for in one sample: served, waiting, stretched.
///
/// ```
/// served  = min(demanded, capacity - own)        unserved = demanded - served
/// stretch = queue * interference * memory
/// ```
/// - own: what the technique takes itself; queue: ``ProcessorQueue``; the others as their models say
///
/// One value, made from sums that a simulation keeps anyway; nothing is allocated and the cost is linear in the number
/// of virtual processors. Who gets how much of what is served is ``FairShare``'s matter.
///
/// **Valid for**: a sample in which the demand is steady. **Source**: the models named.
public struct HostContention: Sendable, Hashable {
  /// What guests asked for, in work of the host.
  public let demanded: WorkPerSecond
  /// What they got.
  public let served: WorkPerSecond
  /// How virtual processors waited.
  public let queue: ProcessorQueue
  /// How many times as long a piece of work took as it would alone on this host.
  public let stretch: Double

  /// What they did not get.
  public var unserved: WorkPerSecond { demanded - served }

  /// Works out a sample.
  ///
  /// - Parameters:
  ///   - demanded: what guests ask of the host together (``Technique/hostDemand(of:mix:for:)``).
  ///   - capacity: what the host does at full load.
  ///   - own: what the technique takes itself.
  ///   - cores: the host's cores.
  ///   - virtualProcessors: those of all guests together.
  ///   - memoryBoundGuests: guests that live on memory traffic.
  ///   - memory: the state of the host's memory; nil where it suffices.
  public init(
    demanded: WorkPerSecond, capacity: WorkPerSecond, own: WorkPerSecond, cores: Int,
    virtualProcessors: Int, memoryBoundGuests: Int = 0, interference: Interference = .usual,
    memory: MemoryPressure? = nil
  ) {
    precondition(capacity > .zero && demanded >= .zero && cores >= 1, "a host does something")
    let offered = max(.zero, capacity - own)
    self.demanded = demanded
    served = min(demanded, offered)
    // Each virtual processor asks for its part of what is demanded, in cores of what the technique leaves.
    let perCore = offered / Double(cores)
    let utilization =
      virtualProcessors == 0 || perCore == .zero
      ? 0 : min(1, demanded / perCore / Double(virtualProcessors))
    queue = ProcessorQueue(
      virtualProcessors: virtualProcessors, cores: cores, utilization: Fraction(utilization))
    stretch =
      queue.stretch * interference.stretch(memoryBoundGuests: memoryBoundGuests) * (memory?.stretch ?? 1)
  }
}
