public import Quantities
public import Virtualization
public import Workload

/// Which guests of a layout run under what, and which of them can meet on a host.
///
/// Hosts fall into pools: all hosts of a pool are installed alike, and a guest runs in its own pool only. A technique has
/// a pool of its own, and where its guests share the host's kernel one for each system. Techniques whose guests are
/// processes of a general system join the first pool that can take them (``Technique/sharesHosts(with:)``), and are a pool
/// where none can.
///
/// **Not modelled**: hosts that are installed anew when another pool is short; pools of different machines.
public struct Estate: Sendable {
  /// Hosts that are installed alike.
  public struct Pool: Sendable {
    /// The technique they are installed with, and those whose guests are processes beside it.
    public internal(set) var techniques: [Technique]
    /// The system whose kernel all guests of the first technique share; nil where each has its own.
    public let kernel: OperatingSystem?
    /// The groups whose guests run here.
    public internal(set) var groups: [Int] = []
    /// The name for people: `Linux-VServer + SIMH (PDP-11)`, with the system where one technique has several pools.
    public internal(set) var title = ""
  }

  /// What each group runs under.
  public let techniques: [Technique]
  /// The pool of each group; a group of which there is never a guest is counted with the first.
  public let poolOfGroup: [Int]
  /// The pools, at least one: in the order of the layout's techniques, those of processes alone behind them.
  public let pools: [Pool]
}

extension Estate.Pool {
  /// The share of a host's throughput that is taken whatever runs there. What lies underneath is there once.
  public var hostWork: Fraction { techniques.map(\.hostCost.work.value).max() ?? .zero }

  /// The memory of a host that is taken whatever runs there.
  public var hostMemory: Bytes { techniques.map(\.hostCost.memory.value).max() ?? .zero }

  /// The most guests on a host; the least of what its techniques allow.
  public var guestsPerHost: Int? { techniques.compactMap(\.limits.guestsPerHost).min() }

  /// How long the slowest of its guests take to start.
  public var boot: Seconds { techniques.map(\.times.boot.value).max() ?? .zero }
}

extension Scenario {
  /// What the guests of a group run under: what is said of the group, else the layout's own technique, else the first of
  /// those for guests that it refuses.
  public func technique(ofGuests index: Int, in layout: Layout) -> Technique {
    let group = guests[index]
    if let exception = layout.exceptions.first(where: { $0.group == group.name }) {
      return exception.technique
    }
    let host = layout.servers.model.hostFacts(in: horizon.start.year)
    guard !layout.otherwise.isEmpty, !layout.technique.carries(group, on: host) else {
      return layout.technique
    }
    return layout.otherwise.first { $0.carries(group, on: host) } ?? layout.technique
  }

  /// Who runs under what in a layout, and who can meet on a host.
  public func estate(of layout: Layout) -> Estate {
    let techniques = guests.indices.map { technique(ofGuests: $0, in: layout) }
    var pools: [Estate.Pool] = []
    func members(of technique: Technique) -> [Int] {
      guests.indices.filter { techniques[$0].name == technique.name && guests[$0].comesToExist }
    }
    let used = layout.techniques.filter { !members(of: $0).isEmpty }
    for technique in used where !technique.isProcess {
      for group in members(of: technique) {
        let system = guests[group].operatingSystem
        let known = pools.firstIndex {
          $0.techniques[0].name == technique.name && technique.coexist($0.kernel ?? system, system)
        }
        let index = known ?? pools.count
        if known == nil {
          let kernel = technique.sharesHostKernel ? system : nil
          pools.append(Estate.Pool(techniques: [technique], kernel: kernel))
        }
        pools[index].groups.append(group)
      }
    }
    for technique in used where technique.isProcess {
      let host = pools.firstIndex { $0.techniques.allSatisfy(technique.sharesHosts(with:)) }
      let index = host ?? pools.count
      if host == nil { pools.append(Estate.Pool(techniques: [], kernel: nil)) }
      pools[index].techniques.append(technique)
      pools[index].groups += members(of: technique)
    }
    if pools.isEmpty { pools.append(Estate.Pool(techniques: [layout.technique], kernel: nil)) }
    var poolOfGroup = [Int](repeating: 0, count: guests.count)
    for (index, pool) in pools.enumerated() {
      for group in pool.groups { poolOfGroup[group] = index }
      let titles = pool.techniques.map(\.title).joined(separator: " + ")
      let isAlone = pools.count { $0.techniques[0].name == pool.techniques[0].name } == 1
      pools[index].title = isAlone ? titles : "\(titles) on \(pool.kernel?.title ?? "")"
    }
    return Estate(techniques: techniques, poolOfGroup: poolOfGroup, pools: pools)
  }
}
