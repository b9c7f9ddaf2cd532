/// A proof of a lower bound that anyone can check with one knapsack for each type of host and no linear program.
///
/// Guests are grouped; a group's size is nowhere larger than that of any of its guests, and a host takes no more of a group than
/// a rule lets it that keeps the whole group apart. In each leaf of a tree over the
/// numbers of hosts, every group has a whole price `π_f` (a *dual*), and no content of a host of type k is worth more than
/// `V_k`. Then no placement with so many hosts of each type as the leaf allows costs less than
/// ```
/// ( Σ_f π_f n_f + Σ_k min over y in [fewest_k, most_k] of y (S c_k - V_k) ) / S,
/// V_k >= max over contents x of Σ_f (π_f - S g_fk) x_f
/// ```
/// `n_f` the guests of the group, `c_k` and `g_fk` what a host and a guest on it cost, `S` the scale. The bound is the least
/// of all leaves, rounded up to what the objective can be.
///
/// **Valid for** all placements of all grouped guests, whatever other rules there are. **Source**: weak duality; the form
/// after A. Farley, "A note on bounding a class of linear programming problems", Operations Research, 1990 (from memory).
/// **Example**: three guests of 5 on hosts of 8, `π` = S: no host is worth more than S, so the bound is 3.
public struct BoundCertificate: Hashable, Sendable {
  /// Guests that are priced alike.
  public struct Group: Hashable, Sendable {
    /// The amount of each resource, at most what any of its guests takes.
    public let size: [Int32]
    /// The row of the compatibility matrix.
    public let guestClass: Int32
    /// How many of them one host takes at most, by a rule that keeps all of them apart; `Int32.max` without one.
    public let mostOnHost: Int32
  }

  /// A part of the proof.
  public indirect enum Node: Hashable, Sendable {
    /// Prices that hold for these numbers of hosts.
    case leaf(DualProof)
    /// Either at most so many hosts of a type, or more.
    case split(type: Int, atMost: Int64, below: Node, above: Node)
  }

  /// The groups.
  public let groups: [Group]
  /// The group of each guest, -1 for one that fits no usable host and is not counted.
  public let groupOfGuest: [Int32]
  /// One unit of the objective in prices.
  public let scale: Int64
  /// The proof.
  public let root: Node
}

/// Prices of guests, and what a host can be worth under them.
public struct DualProof: Hashable, Sendable {
  /// The price of a guest of each group.
  public var duals: [Int64]
  /// No host of the type is worth more.
  public var worths: [Int64]
  /// For each type, weights of the resources that make the worth easy to check: any numbers from 0 do, good ones are fast.
  public var multipliers: [[Int64]]

  /// The bound times the scale.
  func scaledBound(_ classes: SizeClasses, _ box: HostCounts, scale: Int64) -> Int128 {
    var total: Int128 = 0
    for index in 0..<classes.count { total += Int128(duals[index]) * Int128(classes.population[index]) }
    for (type, offer) in classes.types.enumerated() {
      let gain = Int128(scale) * Int128(offer.cost) - Int128(worths[type])
      total += Int128(gain > 0 ? box.fewest[type] : box.most[type]) * gain
    }
    return total
  }

  /// The bound in units of the objective, rounded up to what the objective can be.
  func bound(_ classes: SizeClasses, _ box: HostCounts, scale: Int64) -> Int64 {
    let scaled = max(0, scaledBound(classes, box, scale: scale))
    let unit = Int128(scale) * Int128(classes.unit)
    return Int64(clamping: (scaled + unit - 1) / unit) * classes.unit
  }

  /// All prices lowered so that no host of some type is worth more than it costs, where that makes a better bound.
  func scaledDown(_ classes: SizeClasses, _ box: HostCounts, scale: Int64) -> DualProof {
    var best = self
    var bestBound = scaledBound(classes, box, scale: scale)
    for (type, offer) in classes.types.enumerated() {
      let cost = Int128(scale) * Int128(offer.cost)
      let worth = Int128(worths[type])
      guard worth > cost, worth > 0 else { continue }
      let lowered = DualProof(
        duals: duals.map { Int64(Int128($0) * cost / worth) },
        worths: worths.map { Int64((Int128($0) * cost + worth - 1) / worth) },
        multipliers: multipliers.map { $0.map { Int64((Int128($0) * cost + worth - 1) / worth) } })
      let bound = lowered.scaledBound(classes, box, scale: scale)
      if bound > bestBound { (best, bestBound) = (lowered, bound) }
    }
    return best
  }
}
