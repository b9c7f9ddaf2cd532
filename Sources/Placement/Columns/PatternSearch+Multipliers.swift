/// Weights of the resources for the bounds of a search.
extension PatternSearch {
  /// The duals of the linear relaxation, rounded to whole numbers.
  func multipliers(_ part: Part, _ profits: [Int64]) -> [Int64] {
    var largest: Int64 = 1
    for index in admitted { largest = max(largest, profits[index]) }
    let scale = Double(largest)
    relaxation.changeCosts(admitted.map { -max(0, Double(profits[$0])) / scale })
    guard relaxation.minimize() else { return capacity.map { _ in 1 } }
    return relaxation.duals.map { Int64(max(0, -$0 * scale).rounded()) }
  }

  /// Multipliers that suit a part better than those of the part around it: one resource after the other gets the best
  /// multiplier that goes with those of the others. Any multipliers give a valid bound.
  func refined(_ multipliers: [Int64], _ part: Part, _ profits: [Int64]) -> [Int64] {
    var refined = multipliers
    var ratios: [(ratio: Double, amount: Int64)] = []
    for _ in 0..<2 {
      for resource in 0..<resourceCount {
        ratios.removeAll(keepingCapacity: true)
        var total: Int64 = 0
        for position in part.positions {
          let own = Int64(sizes[position * resourceCount + resource])
          guard own > 0 else { continue }
          var gain = profits[admitted[position]]
          for other in 0..<resourceCount where other != resource {
            gain -= refined[other] * Int64(sizes[position * resourceCount + other])
          }
          guard gain > 0 else { continue }
          let amount = own * Int64(copies(position, part.free))
          ratios.append((Double(gain) / Double(own), amount))
          total += amount
        }
        guard total > part.free[resource] else {
          refined[resource] = 0
          continue
        }
        ratios.sort { $0.ratio > $1.ratio }
        var sum: Int64 = 0
        for entry in ratios {
          sum += entry.amount
          if sum > part.free[resource] {
            refined[resource] = Int64(entry.ratio)
            break
          }
        }
      }
    }
    return refined
  }

  /// How many guests of a size class fit what is free.
  func copies(_ position: Int, _ free: [Int64]) -> Int32 {
    var copies = left[position]
    for resource in 0..<resourceCount {
      let size = Int64(sizes[position * resourceCount + resource])
      if size > 0 { copies = min(copies, Int32(clamping: free[resource] / size)) }
    }
    return copies
  }
}
