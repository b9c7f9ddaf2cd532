/// Puts each guest on the admitting host with the best score, by looking at every host: how the schedulers of other
/// products choose, for comparison. The lowest index wins among equals.
struct HostScan {
  /// The score of a host for one more guest of a flavour; the highest wins.
  let score: (_ flavour: Int32, _ host: Int32, _ fleet: FleetState) -> Double

  func place(_ guests: [Int32], into fleet: inout FleetState) {
    for guest in guests {
      let flavour = fleet.flavourOfGuest[Int(guest)]
      var best = (score: -Double.infinity, host: Int32(-1))
      for host in 0..<Int32(fleet.hostCount) where fleet.admits(flavour: flavour, on: host) {
        let score = score(flavour, host, fleet)
        if score > best.score || best.host < 0 { best = (score, host) }
      }
      if best.host >= 0 { fleet.put(guest, on: best.host) }
    }
  }
}

extension FleetState {
  /// The amount of a resource that a guest of a flavour takes.
  func size(ofFlavour flavour: Int32, _ resource: Int) -> Int32 {
    sizes[Int(flavour) * resourceCount + resource]
  }

  /// The share of a resource of a host that is taken, with one more guest of a flavour on it.
  func shareTaken(on host: Int32, _ resource: Int, withFlavour flavour: Int32?) -> Double {
    let usable = Double(problem.usableCapacity(ofType: Int(typeOfHost[Int(host)]), resource))
    guard usable > 0 else { return 0 }
    let extra = flavour.map { Double(size(ofFlavour: $0, resource)) } ?? 0
    return (usable - Double(free(on: host, resource)) + extra) / usable
  }

  /// The resource called `cpu` or, without one, the first.
  var processorResource: Int { problem.resources.firstIndex { $0.name == "cpu" || $0.name == "vcpu" } ?? 0 }
}
