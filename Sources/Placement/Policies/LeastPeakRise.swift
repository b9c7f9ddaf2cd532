/// Host by host, the waiting guest with which the peak of the sum of the host's guests rises least for what it takes: guests
/// whose peaks do not meet go together.
///
/// ```
/// rise = Σ over resources that vary of ( max over t of Σ d(t) with the guest - without it ) / C         chosen: least rise / size
/// ```
/// `size` is the weighted sum of its steady sizes as shares of an average host. A host without guests begins with the largest
/// that waits, and among equal ratios the largest guest comes first: where sizes stand still this is first fit decreasing.
///
/// Guests are not put where they fit best one after the other, since the first hosts would fill with guests of one phase, and
/// then have no room in it for the little that others ask for.
///
/// **Valid for** any problem. Work: guests x flavours x periods. **Not modelled**: what is left for the last hosts, all of
/// one phase if that is in excess; `portfolio` searches on from this rule.
/// **Source**: the idea of correlation-aware placement, A. Verma et al., USENIX ATC 2009; the measure is our own.
public struct LeastPeakRise: PlacementPolicy {
  public let name = "least-peak-rise"

  /// Creates the policy.
  public init() {}

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    let measure = GuestMeasure(fleet.problem, weights: .average, norm: .sum)
    let population = measure.population(of: guests)
    let factors = measure.factors(population: population)
    let weights = (0..<fleet.resourceCount).map { factors.weight[$0] * factors.inverseCapacity[$0] }
    var waiting = [[Int32]](repeating: [], count: fleet.flavourCount)
    for guest in guests.reversed() { waiting[Int(fleet.flavourOfGuest[Int(guest)])].append(guest) }
    let size = (0..<Int32(fleet.flavourCount)).map { flavour in
      weights.indices.reduce(0.0) { $0 + weights[$1] * Double(fleet.size(ofFlavour: flavour, $1)) }
    }
    // Largest first, so that the first of equals is the largest.
    var left = (0..<Int32(fleet.flavourCount)).filter { population[Int($0)] > 0 }
    left.sort { (size[Int($1)], $0) < (size[Int($0)], $1) }
    for host in 0..<Int32(fleet.hostCount) where fleet.isOpen(host) && fleet.hasSlot(on: host) {
      if left.isEmpty { return }
      var candidates = left
      while true {
        var best = (ratio: Double.infinity, flavour: Int32(-1))
        let isEmpty = fleet.guestCount[Int(host)] == 0
        var kept = 0
        for index in candidates.indices {
          let flavour = candidates[index]
          guard !waiting[Int(flavour)].isEmpty, fleet.admits(flavour: flavour, on: host) else { continue }
          candidates[kept] = flavour
          kept += 1
          let rise = isEmpty ? 0 : fleet.load?.rise(of: flavour, on: host) ?? 0
          let ratio = rise / max(size[Int(flavour)], .leastNormalMagnitude)
          if ratio < best.ratio || best.flavour < 0 { best = (ratio, flavour) }
        }
        candidates.removeLast(candidates.count - kept)
        guard best.flavour >= 0, let guest = waiting[Int(best.flavour)].popLast() else { break }
        fleet.put(guest, on: host)
        if waiting[Int(best.flavour)].isEmpty { left.removeAll { $0 == best.flavour } }
      }
    }
  }
}

extension LeastPeakRise {
  static let entry = PolicyEntry(
    "least-peak-rise",
    "Host by host, the guest with which the peak of the sum rises least for its size: peaks that do not meet go together."
  ) { _ in
    LeastPeakRise()
  }
}
