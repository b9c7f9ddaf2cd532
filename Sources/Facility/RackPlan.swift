public import Quantities

/// Whether the power limit of a rack holds in each rack or on average over the room.
public enum PowerRule: Hashable, Sendable {
  /// Every rack stays within the limit: cooling is delivered rack by rack.
  case eachRack
  /// The mean over all racks stays within the limit: a dense rack borrows cooling from sparse neighbours, as a
  /// raised floor does. Circuits still hold in each rack.
  case roomAverage
}

/// Equipment put into racks, each piece whole, within every limit.
///
/// First fit in order of falling size, where the size of a piece is the largest share it takes of any limit; then
/// each rack is filled from the bottom up, heaviest first. With ``PowerRule/roomAverage`` the pieces go to the rack
/// with the least power so far, among as many racks as the average needs.
///
/// **Valid for**: equal racks, equipment of full depth. **Not modelled**: equipment back to back, reserved units,
/// affinity between machines. **Source**: first-fit decreasing (Johnson 1974) in several dimensions; never fewer
/// racks than ``RackSizing``, whose count is kept beside it: the two differ where a machine cannot be divided.
///
/// Example: ten enclosures of 10 U and 3.5 kW at 5 kW a rack need 10 racks by ``PowerRule/eachRack``, since two do
/// not fit under 5 kW, and 7 by ``PowerRule/roomAverage``.
public struct RackPlan: Sendable, Equatable {
  /// The racks by id, each with something in it or, on average power, kept empty to lend its cooling.
  public let racks: [RackElevation]
  /// The count by formula, and the constraint that binds.
  public let sizing: RackSizing
  /// How power was counted.
  public let powerRule: PowerRule

  /// Whether whole machines need more racks than the sums do.
  public var exceedsSizing: Bool { racks.count > sizing.racks }

  /// Plans racks.
  ///
  /// - Parameters:
  ///   - equipment: what to mount; its indices name it in the result.
  ///   - limits: what each rack allows.
  ///   - powerRule: where the power limit holds.
  /// - Throws: a ``RackRefusal`` that names the equipment and the limit it breaks alone.
  public init(
    _ equipment: [RackEquipment], limits: RackLimits, powerRule: PowerRule = .eachRack
  ) throws(RackRefusal) {
    let ignored: RackConstraint? = powerRule == .roomAverage ? .power : nil
    try Self.refuseOversized(equipment, limits: limits, except: ignored)
    self.sizing = try RackSizing(of: equipment, limits: limits)
    self.powerRule = powerRule
    let order = Self.fallingSize(equipment, limits: limits)
    let contents =
      switch powerRule {
      case .eachRack: Self.firstFit(equipment, order: order, limits: limits)
      case .roomAverage: Self.leastPower(equipment, order: order, limits: limits, racks: sizing.racks)
      }
    var racks: [RackElevation] = []
    for (index, members) in contents.enumerated() {
      racks.append(try Self.elevation(RackID(index), members, equipment, limits))
    }
    self.racks = racks
  }

  /// Where a piece of equipment stands.
  public func location(of equipment: Int) -> (rack: RackID, position: RackUnits)? {
    for rack in racks {
      if let mounted = rack.mounted.first(where: { $0.equipment == equipment }) {
        return (rack.rack, mounted.position)
      }
    }
    return nil
  }

  private static func refuseOversized(
    _ equipment: [RackEquipment], limits: RackLimits, except ignored: RackConstraint?
  ) throws(RackRefusal) {
    for (index, item) in equipment.enumerated() {
      let alone = RackTotals(of: [item])
      for constraint in RackConstraint.allCases where constraint != ignored {
        guard let fill = limits.need(of: alone, for: constraint), fill > 1 + RackLimits.roundingSlack else {
          continue
        }
        let words = limits.words(of: alone, for: constraint)
        throw .overLimit(
          equipment: index, name: item.name, constraint: constraint, need: words.need, limit: words.limit)
      }
    }
  }

  /// Indices by falling largest share of a limit; equal ones in their own order.
  private static func fallingSize(_ equipment: [RackEquipment], limits: RackLimits) -> [Int] {
    let sizes = equipment.map { item in
      let alone = RackTotals(of: [item])
      return RackConstraint.allCases.compactMap { limits.need(of: alone, for: $0) }.max() ?? 0
    }
    return equipment.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
  }

  private static func firstFit(_ equipment: [RackEquipment], order: [Int], limits: RackLimits) -> [[Int]] {
    let smallest = smallestFrom(order, equipment)
    var contents: [[Int]] = []
    var totals: [RackTotals] = []
    var open: [Int] = []
    for (place, index) in order.enumerated() {
      let item = equipment[index]
      if let rack = open.first(where: { limits.allow(totals[$0].adding(item)) }) {
        totals[rack].add(item)
        contents[rack].append(index)
      } else {
        // Racks that would refuse even the least of what is still to come are not asked again.
        open.removeAll { !limits.allow(totals[$0].adding(smallest[place])) }
        open.append(totals.count)
        totals.append(RackTotals(of: [item]))
        contents.append([index])
      }
    }
    return contents
  }

  /// For each place of an order, the least of each need from there on.
  private static func smallestFrom(_ order: [Int], _ equipment: [RackEquipment]) -> [RackEquipment] {
    var smallest = order.map { equipment[$0] }
    for place in smallest.indices.dropLast().reversed() {
      let (this, next) = (smallest[place], smallest[place + 1])
      smallest[place] = RackEquipment(
        name: this.name, height: min(this.height, next.height), power: min(this.power, next.power),
        weight: min(this.weight, next.weight), ports: min(this.ports, next.ports))
    }
    return smallest
  }

  private static func leastPower(
    _ equipment: [RackEquipment], order: [Int], limits: RackLimits, racks: Int
  ) -> [[Int]] {
    var contents = [[Int]](repeating: [], count: racks)
    var totals = [RackTotals](repeating: RackTotals(), count: racks)
    for index in order {
      let item = equipment[index]
      var best: Int?
      for rack in totals.indices {
        if let best, totals[rack].power >= totals[best].power { continue }
        if limits.allow(totals[rack].adding(item), except: .power) { best = rack }
      }
      if best == nil {
        totals.append(RackTotals())
        contents.append([])
      }
      let rack = best ?? totals.count - 1
      totals[rack].add(item)
      contents[rack].append(index)
    }
    return contents
  }

  private static func elevation(
    _ rack: RackID, _ members: [Int], _ equipment: [RackEquipment], _ limits: RackLimits
  ) throws(RackRefusal) -> RackElevation {
    let heaviestFirst = members.sorted { (equipment[$1].weight, $0) < (equipment[$0].weight, $1) }
    var occupancy = RackOccupancy(units: limits.units)
    for index in heaviestFirst { try occupancy.insert(index, height: equipment[index].height) }
    return RackElevation(
      rack: rack,
      mounted: occupancy.placements.map {
        RackElevation.Mounted(equipment: $0.equipment, position: $0.position, height: $0.height)
      },
      totals: RackTotals(of: heaviestFirst.map { equipment[$0] }), limits: limits)
  }
}
