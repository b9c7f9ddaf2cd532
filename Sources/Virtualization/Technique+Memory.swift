public import Quantities
public import Workload

/// The memory a host needs:
///
/// ```
/// memory(host) = m_host + sum over guests of (m + fixed + share * m) - reclaimed
/// ```
/// - `m_host`: memory of the hypervisor and its control system, in bytes
/// - `m`: memory a guest is configured with, in bytes
/// - `fixed`, `share`: overhead for each guest, in bytes and as a share of `m`
/// - `reclaimed`: what ``PageSharing`` saves among guests of the same system, in bytes
///
/// **Valid for**: guests that use the memory they are configured with. **Not modelled**: ballooning and swapping.
/// **Source**: this program; figures by technique.
///
/// Example: under VMware ESX 3 a guest of 1 GiB takes 88 MiB more.
extension Technique {
  /// The memory a guest takes of its host before any sharing.
  public func hostMemory(ofGuestWith memory: Bytes) -> Bytes { memory + guestMemory.overhead(of: memory) }

  /// The memory that a host with these guests uses.
  ///
  /// Guests are summed in the order given.
  public func hostMemory(of guests: [(system: OperatingSystem, memory: Bytes)]) -> Bytes {
    var used = hostCost.memory.value
    for guest in guests { used += hostMemory(ofGuestWith: guest.memory) }
    return used - sharedMemory(of: guests)
  }

  /// The memory that guests of the same system share, once each common page is kept once.
  public func sharedMemory(of guests: [(system: OperatingSystem, memory: Bytes)]) -> Bytes {
    guard !pageSharing.isEmpty else { return .zero }
    var systems: [(system: OperatingSystem, count: Int, memory: Bytes)] = []
    for guest in guests {
      if let index = systems.firstIndex(where: { $0.system.name == guest.system.name }) {
        systems[index].count += 1
        systems[index].memory += guest.memory
      } else {
        systems.append((guest.system, 1, guest.memory))
      }
    }
    return systems.reduce(.zero) { sum, entry in
      guard let sharing = pageSharing.first(where: { $0.family == entry.system.family }) else { return sum }
      return sum + entry.memory * sharing.reclaimed(guests: entry.count)
    }
  }
}
