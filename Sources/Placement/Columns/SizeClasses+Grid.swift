extension SizeClasses {
  /// The same guests in fewer size classes: neighbours are joined, and all take the least of each resource among them
  /// (downwards, for bounds) or the most (upwards, for contents that surely fit).
  ///
  /// The class with the widest spread, weighed by its guests and as a share of the largest host, is halved again and
  /// again at the middle of its widest resource. Downwards only guests are joined that may run on the same types.
  func joined(to most: Int, upwards: Bool) -> SizeClasses {
    guard count > most else { return self }
    let scale = (0..<resourceCount).map { resource in
      1 / Double(max(1, types.map { $0.capacity[resource] }.max() ?? 1))
    }
    // Guests that differ in where they may run, or in whom they are kept from, are never joined.
    var groups: [[Int]] = []
    var keys: [(guestClass: Int32, separation: Int32?, admits: [Bool])] = []
    for index in 0..<count {
      let key = (
        guestClass: guestClass[index], separation: separation[index], admits: types.map { $0.admits[index] }
      )
      if let known = keys.firstIndex(where: { $0 == key }) {
        groups[known].append(index)
      } else {
        keys.append(key)
        groups.append([index])
      }
    }
    var cells = groups.map { cell(of: $0, scale) }
    while cells.count < most {
      guard let widest = cells.indices.max(by: { (cells[$0].spread, $1) < (cells[$1].spread, $0) }),
        cells[widest].spread > 0
      else { break }
      let resource = cells[widest].resource
      let members = cells[widest].members.sorted {
        (size($0, resource), $0) < (size($1, resource), $1)
      }
      let middle = members.count / 2
      cells[widest] = cell(of: Array(members[..<middle]), scale)
      cells.append(cell(of: Array(members[middle...]), scale))
    }
    return SizeClasses(joining: cells.map { $0.members.sorted() }, of: self, upwards: upwards)
  }

  private struct Cell {
    let members: [Int]
    let resource: Int
    let spread: Double
  }

  private func cell(of members: [Int], _ scale: [Double]) -> Cell {
    var widest = (spread: -1.0, resource: 0)
    var guests: Int64 = 0
    for member in members { guests += population[member] }
    for resource in 0..<resourceCount {
      var (low, high) = (Int32.max, Int32.min)
      for member in members {
        low = min(low, size(member, resource))
        high = max(high, size(member, resource))
      }
      let spread = Double(high - low) * scale[resource]
      if spread > widest.spread { widest = (spread, resource) }
    }
    return Cell(members: members, resource: widest.resource, spread: widest.spread * Double(guests))
  }

  private init(joining groups: [[Int]], of fine: SizeClasses, upwards: Bool) {
    resourceCount = fine.resourceCount
    sizes = groups.flatMap { members in
      (0..<fine.resourceCount).map { resource in
        members.reduce(upwards ? Int32.min : Int32.max) {
          upwards ? max($0, fine.size($1, resource)) : min($0, fine.size($1, resource))
        }
      }
    }
    population = groups.map { $0.reduce(0) { $0 + fine.population[$1] } }
    flavours = groups.map { $0.flatMap { fine.flavours[$0] } }
    guestClass = groups.map { fine.guestClass[$0[0]] }
    separation = groups.map { fine.separation[$0[0]] }
    mostOnHost = groups.map { fine.mostOnHost[$0[0]] }
    unit = fine.unit
    types = fine.types.map { offer in
      HostOffer(
        capacity: offer.capacity, cost: offer.cost, count: offer.count,
        guestCost: offer.guestCost.isEmpty
          ? []
          : groups.map { members in
            members.reduce(upwards ? Int64.min : Int64.max) {
              upwards ? max($0, offer.guestCost[$1]) : min($0, offer.guestCost[$1])
            }
          },
        // The members may all run here: where they may run is what they have in common.
        admits: groups.map { offer.admits[$0[0]] })
    }
  }
}
