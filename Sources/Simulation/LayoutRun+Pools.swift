import Quantities
import Scenario

// What the techniques of a host do for themselves.
extension LayoutRun {
  /// Quanta that the techniques of a pool take of each of its hosts.
  ///
  /// - Parameter capacity: quanta of a whole host.
  static func ownWork(of pool: HostPool, _ capacity: Double) -> Double {
    (capacity * pool.pool.hostWork.value).rounded()
  }

  /// Gives the hosts of every pool what their techniques take beyond those of the first pool.
  mutating func burdenPools() {
    let capacity = design.sizing.throughput.value / tile.quantum
    let own = design.pools.map { LayoutRun.ownWork(of: $0, capacity) }
    for host in 0..<design.hosts {
      let more = own[Int(design.poolOfHost[host])] - own[0]
      if more != 0 { tile.burden(host, by: more, at: 0) }
    }
  }
}
