public import Quantities

/// A virtual machine of the experiment, with one core.
///
/// **Source**: as ``HostModel``.
public struct GuestModel: Sendable, Hashable {
  /// What it asks for when fully used, in MIPS.
  public let rate: WorkPerSecond
  /// Its memory, in decimal megabytes.
  public let memory: Bytes
  /// Its network.
  public let network = BitsPerSecond(1e8)

  /// The four models.
  public static let all = [
    GuestModel(rate: WorkPerSecond(2500), memory: Bytes(870e6)),
    GuestModel(rate: WorkPerSecond(2000), memory: Bytes(1740e6)),
    GuestModel(rate: WorkPerSecond(1000), memory: Bytes(1740e6)),
    GuestModel(rate: WorkPerSecond(500), memory: Bytes(613e6)),
  ]

  /// One model of each memory size, the least first: the order in which guests that set off together arrive.
  static let byMemory = all.enumerated().filter { index, model in
    all.firstIndex { $0.memory == model.memory } == index
  }.map(\.element).sorted { $0.memory < $1.memory }

  /// The models of some guests, by their index in ``all``: four blocks of the same length in the order of the traces, or in
  /// turn.
  static func indices(guests: Int, inBlocks: Bool) -> [Int] {
    let block = max(1, (guests + all.count - 1) / all.count)
    return (0..<guests).map { inBlocks ? $0 / block : $0 % all.count }
  }
}
