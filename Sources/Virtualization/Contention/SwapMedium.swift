/// Where a host keeps memory that it has no room for.
public enum SwapMedium: String, Sendable, Hashable, CaseIterable {
  case disk, flash

  /// What hosts of a year have.
  public static func usual(in year: Int) -> SwapMedium { year < 2014 ? .disk : .flash }
}

extension Technique {
  /// What a host under the technique does when memory is short: those that share pages have a balloon in each guest too.
  ///
  /// **Source**: VMware ESX has both since 2001, and the others followed with both (from memory, medium confidence).
  public func memoryBehaviour(swappingTo medium: SwapMedium) -> MemoryPressure.Behaviour {
    let balloon: MemoryPressure.Behaviour = pageSharing.isEmpty ? .linuxOnFlash : .esxOnDisk
    let swap: MemoryPressure.Behaviour = medium == .disk ? .esxOnDisk : .linuxOnFlash
    return MemoryPressure.Behaviour(
      balloonLimit: balloon.balloonLimit, balloonCost: balloon.balloonCost, touches: swap.touches,
      pageRead: swap.pageRead)
  }
}
