import Placement
import Quantities
import Scenario
import Virtualization
import Workload

/// What each guest takes of a host of a layout, in the whole units that placement counts, and what a host offers.
struct GuestSizing: Sendable {
  /// Processor in millionths of a host's throughput, memory in MiB.
  static let resources = [Resource.cpu(unit: "millionths of a host"), Resource.memory]
  private static let cpuUnits = 1e6

  /// A host's work rate at full load.
  let throughput: WorkPerSecond
  /// The part of each group's native throughput that the technique leaves it.
  let efficiency: [Double]
  /// All guests of the plan.
  let guests: GuestTable
  /// What a host offers to guests.
  let hostType: HostType
  /// The share of a host's throughput that each guest is planned with, by guest.
  let plannedShare: [Double]

  init(_ scenario: Scenario, layout: Layout, plan: DemandPlan) {
    let server = layout.servers
    let technique = layout.technique
    throughput = server.model.throughput
    let efficiency = scenario.guests.map {
      technique.efficiency(of: $0.mix, for: $0.operatingSystem).value
    }
    let levels = plan.levels(at: layout.hostLimits.sizeBy)
    var table = GuestTable(resourceCount: Self.resources.count)
    table.reserveCapacity(plan.guests.count)
    var shares: [Double] = []
    for guest in plan.guests {
      let group = scenario.guests[Int(guest.group)]
      let steps = levels[Int(guest.series.index)]
      let work = guest.workPerStep.value * steps / efficiency[Int(guest.group)]
      let share = work / server.model.throughput.value
      shares.append(share)
      let memory = technique.hostMemory(ofGuestWith: group.memory)
      table.append(
        size: [Self.units(share * Self.cpuUnits, .up), Self.units(memory.value / 1_048_576, .up)],
        guestClass: guest.group)
    }
    self.efficiency = efficiency
    guests = table
    plannedShare = shares
    let alone = layout.placement.oneGuestPerHost
    let cpu = alone ? 1 : layout.hostLimits.cpu.value - technique.hostCost.work.value.value
    let memory =
      (server.fittedMemory.value - technique.hostCost.memory.value.value) * layout.hostLimits.memory.value
    hostType = HostType(
      server.model.title,
      capacity: [
        Self.units(max(0, cpu) * Self.cpuUnits, .down), Self.units(max(0, memory) / 1_048_576, .down),
      ],
      guestLimit: alone ? 1 : technique.limits.guestsPerHost.map(Int32.init))
  }

  private static func units(_ amount: Double, _ rule: FloatingPointRoundingRule) -> Int32 {
    // Rounding of the last bit must not cost a unit; sums stay exact integers afterwards.
    let slack = rule == .up ? -1e-6 : 1e-6
    return Int32(min(max(0, (amount + slack).rounded(rule)), 1e9))
  }

  /// The rows of some guests.
  func table(of members: [Int32]) -> GuestTable {
    var table = GuestTable(resourceCount: Self.resources.count)
    table.reserveCapacity(members.count)
    for guest in members {
      table.append(
        size: (0..<Self.resources.count).map { guests.size(of: guest, $0) },
        guestClass: guests.classes[Int(guest)])
    }
    return table
  }
}

extension DemandPlan {
  /// The steps of the level by which guests are sized, by series.
  func levels(at size: HostLimits.DemandSize) -> [Double] {
    (0..<library.count).map { index in
      let series = library.series(SeriesID(Int32(index)))
      let share =
        switch size {
        case .peak: series.peak
        case .percentile95: series.percentile(Fraction(0.95))
        case .mean: series.mean
        }
      return share.value * Double(series.scale.fullScale)
    }
  }
}
