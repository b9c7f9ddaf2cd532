import Facility
import Power
public import Quantities
public import Scenario

extension LayoutDesign {
  /// The circuits of its racks: as stated, or three-phase of the plant's time without a limit.
  private func feeds(_ racks: RackChoice) -> (feeds: RackFeeds, isLimited: Bool) {
    if let stated = racks.feeds { return (stated, true) }
    let era = plant.specification.power.era
    let circuit = Circuit(usable: VoltAmperes(1), voltage: era.rackVoltage)
    return (RackFeeds(FeedPair(a: circuit, b: circuit), powerFactor: era.powerFactor), false)
  }

  /// The pieces of a rack as they hang on its feeds, from the bottom up, drawing a part of their planned power.
  private func pieces(of rack: RackElevation, _ layout: Layout, times share: Double = 1) -> [CordedLoad] {
    rack.mounted.map { mounted in
      // Of other equipment nobody knows the cords; most of it has two.
      let cords =
        mounted.equipment >= machines
        ? 2 : layout.servers.enclosure?.form.cables.power ?? layout.servers.model.cables.power
      return CordedLoad(power: equipment[mounted.equipment].power * share, cords: cords)
    }
  }

  /// What every pair of feeds carries: of racks, of enclosures' supplies, of the room's distribution, and the UPS.
  ///
  /// - Parameters:
  ///   - layout: the layout of the design.
  ///   - racks: its racks.
  ///   - peaks: the highest simulated powers; nil for the planned ones.
  public func feedChecks(_ layout: Layout, racks: RackChoice, peaks: PowerPeaks? = nil) -> [FeedCheck] {
    let basis: FeedCheck.Basis = peaks == nil ? .planned : .peak
    return rackChecks(layout, racks, basis, peaks) + supplyChecks(layout, basis, peaks)
      + plantChecks(basis, power: peaks?.it ?? plannedPower)
  }

  private func rackChecks(
    _ layout: Layout, _ choice: RackChoice, _ basis: FeedCheck.Basis, _ peaks: PowerPeaks?
  ) -> [FeedCheck] {
    let (feeds, isLimited) = feeds(choice)
    return racks.racks.map { rack in
      // At its peak every piece of a rack is taken to draw the same multiple of its planned power.
      let planned = rack.totals.power
      let share = planned > .zero ? peaks.map { $0.racks[rack.rack.index] / planned } ?? 1 : 1
      let load = feeds.load(of: pieces(of: rack, layout, times: share))
      return FeedCheck(
        part: .rack, number: rack.rack.index, basis: basis, a: feeds.real(load.normal(on: .a)),
        b: feeds.real(load.normal(on: .b)),
        survivor: feeds.real(max(load.afterLosing(.a), load.afterLosing(.b))),
        usable: isLimited ? feeds.real(feeds.circuits.capacity) : nil,
        dropped: feeds.real(max(load.onlyA, load.onlyB)))
    }
  }

  private func supplyChecks(
    _ layout: Layout, _ basis: FeedCheck.Basis, _ peaks: PowerPeaks?
  ) -> [FeedCheck] {
    guard let enclosure = layout.servers.enclosure, enclosures > 0 else { return [] }
    let bank = enclosure.power().bank
    return (0..<enclosures).map { number in
      let output = peaks?.enclosures[number] ?? bank.output(for: equipment[number].power)
      let isSplit = bank.survivor != nil
      return FeedCheck(
        part: .supplies, number: number, basis: basis, a: isSplit ? output / 2 : output,
        b: isSplit ? output / 2 : nil, survivor: bank.redundancy == .none ? nil : output,
        usable: bank.survivor?.installedRating ?? bank.usableCapacity, dropped: .zero)
    }
  }

  /// Two sides of a UPS have a distribution each; with one, or three systems, the sides cannot be told apart.
  private func plantChecks(_ basis: FeedCheck.Basis, power: Watts) -> [FeedCheck] {
    let chain = plant.electrical
    let reading = chain.critical(it: power)
    let hasSides = [UPS.Topology.twoN, .twoNPlusOne].contains(chain.ups.topology)
    func check(_ part: FeedCheck.Part, _ output: Watts, survives: Bool, usable: Watts) -> FeedCheck {
      FeedCheck(
        part: part, number: nil, basis: basis, a: hasSides ? output / 2 : output,
        b: hasSides ? output / 2 : nil, survivor: survives ? output : nil, usable: usable, dropped: .zero)
    }
    let survivors = chain.ups.survivors
    return [
      check(
        .distribution, reading.pdu.output, survives: hasSides,
        usable: chain.pdu.rating / (hasSides ? 2 : 1)),
      check(
        .ups, reading.ups.output, survives: survivors != nil,
        usable: survivors.map { chain.ups.module * Double($0) } ?? chain.ups.installedRating),
    ]
  }

  /// How evenly phases are loaded at planned power: of each rack with three-phase circuits, and of all racks together.
  ///
  /// Cords go to one pair of lines after the other from the bottom of a rack; racks with single-phase circuits do so
  /// along the rows.
  public func phaseChecks(_ layout: Layout, racks choice: RackChoice) -> [PhaseCheck] {
    let (feeds, isLimited) = feeds(choice)
    let circuit = feeds.circuits.a
    guard circuit.phase == .three else {
      let loads = racks.racks.map { feeds.apparent($0.totals.power) }
      let wired = PhaseLoading(loads, on: circuit, by: .roundRobin)
      let best = PhaseLoading(loads, on: circuit, by: .greedy)
      return [
        PhaseCheck(
          rack: nil, currents: wired.currents, imbalance: wired.imbalance, attainable: best.imbalance,
          usable: nil)
      ]
    }
    var checks: [PhaseCheck] = []
    var sums: (wired: PhaseLoading, best: PhaseLoading)?
    for rack in racks.racks {
      let pieces = pieces(of: rack, layout)
      guard let wired = feeds.phases(of: pieces), let best = feeds.phases(of: pieces, by: .greedy) else {
        continue
      }
      checks.append(
        PhaseCheck(
          rack: rack.rack.index, currents: wired.currents, imbalance: wired.imbalance,
          attainable: best.imbalance, usable: isLimited ? circuit.usableCurrent : nil))
      sums = sums.map { ($0.wired + wired, $0.best + best) } ?? (wired, best)
    }
    if let sums {
      checks.append(
        PhaseCheck(
          rack: nil, currents: sums.wired.currents, imbalance: sums.wired.imbalance,
          attainable: sums.best.imbalance, usable: nil))
    }
    return checks
  }
}

/// The highest powers of a layout over its runs.
public struct PowerPeaks: Sendable, Hashable {
  /// Of all IT equipment together.
  public let it: Watts
  /// Of each rack.
  public let racks: [Watts]
  /// Of what the supplies of each enclosure give.
  public let enclosures: [Watts]

  /// The highest of some runs of one layout; at least one.
  public init(of runs: [RunSummary]) {
    func highest(_ values: [[Watts]]) -> [Watts] {
      values.dropFirst().reduce(values.first ?? []) { zip($0, $1).map { max($0, $1) } }
    }
    it = runs.map(\.peakIT).max() ?? .zero
    racks = highest(runs.map(\.facility.rackPeaks))
    enclosures = highest(runs.map(\.facility.enclosurePeaks))
  }
}
