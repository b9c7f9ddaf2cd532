public import Quantities
public import Workload

extension Technique {
  /// A guest as far as its memory goes: the system it runs, and what it is configured with.
  public typealias Occupant = (system: OperatingSystem, memory: Bytes)

  /// The memory that a host with these guests uses.
  ///
  /// ```
  /// memory(host) = m_host + sum over guests of (m + fixed + share * m) - shared
  /// ```
  /// - `m_host`: memory of the hypervisor and its control system, in bytes
  /// - `m`: memory a guest is configured with, in bytes
  /// - `fixed`, `share`: overhead for each guest, in bytes and as a share of `m`
  /// - `shared`: ``sharedMemory(of:)``, in bytes
  ///
  /// **Valid for**: guests that use the memory they are configured with. **Not modelled**: ballooning and swapping.
  /// **Source**: definition; figures by technique.
  ///
  /// Example: under VMware ESX 3 a guest of 1 GiB takes 88 MiB more; alone on a host it makes 400 + 1024 + 88 =
  /// 1 512 MiB.
  public func hostMemory(of guests: [Occupant]) -> Bytes {
    var used = hostCost.memory.value
    for guest in guests { used += hostMemory(ofGuestWith: guest.memory) }
    return used - sharedMemory(of: guests)
  }

  /// The memory a guest takes of its host before any sharing.
  public func hostMemory(ofGuestWith memory: Bytes) -> Bytes { memory + guestMemory.overhead(of: memory) }

  /// The memory that guests do not take, because something is there already.
  ///
  /// Guests with the same system keep common pages once (``PageSharing``). Guests without a kernel of their own do
  /// not bring the base of their system (``OperatingSystem/baseMemory``): the host has it.
  public func sharedMemory(of guests: [Occupant]) -> Bytes {
    if case .hosts = guestRules.kernel {
      return guests.reduce(.zero) { $0 + min($1.system.baseMemory.value, $1.memory) }
    }
    return pageSharing.reduce(.zero) { sum, sharing in
      groupedBySystem(guests.filter { $0.system.family == sharing.family })
        .reduce(sum) { $0 + sharing.reclaimed(fromGuestsWith: $1) }
    }
  }

  /// The memory of the guests of each system, systems in order of appearance.
  private func groupedBySystem(_ guests: [Occupant]) -> [[Bytes]] {
    var names: [String] = []
    var groups: [[Bytes]] = []
    for guest in guests {
      if let index = names.firstIndex(of: guest.system.name) {
        groups[index].append(guest.memory)
      } else {
        names.append(guest.system.name)
        groups.append([guest.memory])
      }
    }
    return groups
  }
}
