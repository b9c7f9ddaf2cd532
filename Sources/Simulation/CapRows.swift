import CTileKernel
import Facility
import Power
import Quantities
import Scenario

/// What power caps leave to the hosts of a run, sample by sample over one tile.
///
/// The hosts of a rack are one tree of ``PowerCaps``. A rack is divided when it is first asked for, and again from the
/// sample of an event on when something changes in it; until then its hosts must have been settled. Only samples in
/// which something exceeds its cap are divided at all.
///
/// ```
/// grant = floor + f (ask - floor)      f: part of the host's group (``PowerCaps/Division``)
/// work  = u(grant) capacity            never more than was asked for
/// ```
/// The floor of a running or booting host is its idle power; a host that is off or has failed draws what it draws.
///
/// **Not modelled**: a start that takes longer under a cap.
final class CapRows {
  /// The hosts that share caps.
  struct Rack {
    var division: PowerCaps.Division
    /// The hosts, and the group in the tree that each belongs to.
    let hosts: [(host: Int, group: Int)]
    /// The first row of its groups.
    let firstRow: Int
    /// Watts of the servers of each group up to which no cap of the tree can bind.
    let calm: [Double]
    /// The first sample whose division is out of date, and whether a part of that sample is past; nil when none is.
    var staleFrom: (sample: Int, isPartial: Bool)? = (0, false)
    /// Whether a sample from the last division on is limited.
    var isLimited = false
    /// Samples of the tile whose demand has been compared with the one before, and that demand by group.
    var steppedTo = 0
    var last: [Watts]
  }

  let curve: HostCurve
  let controller: CapController
  /// What warm air makes of the power of a host at its feed.
  let warmth: Double
  /// The cap of a server at its feed, and the quanta of work that it leaves; infinite without one.
  let serverCap: Watts
  let ceiling: Double
  /// Watts of a booting host under its own cap, and the least that a cap of its group leaves it.
  let booting: Double
  let bootFloor: Double
  let length: Int

  var racks: [Rack]
  /// The rack of each host and the row of its group; -1 for hosts whose rack no cap can bind.
  let rackOfHost: [Int]
  let rowOfHost: [Int]
  /// Watts that the servers of each group ask for, the group's own wish where it matters, and the part it gets.
  let asks: UnsafeMutablePointer<Double>
  let wishes: UnsafeMutablePointer<Double>
  let parts: UnsafeMutablePointer<Double>
  /// Levels whose caps bind, a bit each, by rack and sample; and by sample those of servers.
  let binding: UnsafeMutablePointer<UInt8>
  let serverBinding: UnsafeMutablePointer<UInt8>
  /// Watts held back at the hosts' own plane, by sample.
  let heldBack: UnsafeMutablePointer<Double>
  /// A row to work in.
  let scratch: UnsafeMutablePointer<Double>
  /// Quanta that each host was last asked for, for the controllers of servers.
  var lastAsked: [Double]
  private(set) var effect = CapEffect()
  var overshoot = Joules.zero

  private let rowCount: Int

  /// Prepares caps; nil when none of them can ever bind.
  init?(
    _ choice: PowerCapChoice, design: LayoutDesign, frame: EnclosurePower?, curve: HostCurve, warmth: Double,
    length: Int
  ) {
    self.curve = curve
    self.warmth = warmth
    self.length = length
    controller = choice.controller
    let cap = choice.server.map { $0.value / warmth } ?? .infinity
    let limit = cap < curve.most ? curve.quanta(at: cap) : .infinity
    serverCap = choice.server ?? Watts(.infinity)
    ceiling = limit
    booting = min(curve.booting, max(curve.idle, cap))
    bootFloor = min(curve.idle, booting)
    let most = max(limit.isFinite ? min(cap, curve.most) : curve.most, booting) * warmth

    var racks: [Rack] = []
    var rackOfHost = [Int](repeating: -1, count: design.hosts)
    var rowOfHost = rackOfHost
    var rows = 0
    for elevation in design.racks.racks where !elevation.mounted.isEmpty {
      let rack = Rack(choice, elevation, design, frame, mostOfHost: Watts(most), firstRow: rows)
      guard let rack else { continue }
      for (host, group) in rack.hosts {
        rackOfHost[host] = racks.count
        rowOfHost[host] = rows + group
      }
      rows += rack.division.parts.count
      racks.append(rack)
    }
    guard !racks.isEmpty || limit.isFinite || booting < curve.booting else { return nil }
    self.racks = racks
    self.rackOfHost = rackOfHost
    self.rowOfHost = rowOfHost
    rowCount = rows
    asks = .allocate(capacity: rows * length)
    wishes = .allocate(capacity: rows * length)
    parts = .allocate(capacity: rows * length)
    for row in [asks, wishes, parts] { row.initialize(repeating: 0, count: rows * length) }
    binding = .allocate(capacity: racks.count * length)
    binding.initialize(repeating: 0, count: racks.count * length)
    serverBinding = .allocate(capacity: length)
    serverBinding.initialize(repeating: 0, count: length)
    heldBack = .allocate(capacity: length)
    heldBack.initialize(repeating: 0, count: length)
    scratch = .allocate(capacity: length)
    scratch.initialize(repeating: 0, count: length)
    lastAsked = Array(repeating: 0, count: design.hosts)
  }

  deinit {
    for row in [asks, wishes, parts, heldBack, scratch] { row.deallocate() }
    binding.deallocate()
    serverBinding.deallocate()
  }

  /// Starts a tile.
  func begin() {
    for rack in racks.indices {
      racks[rack].staleFrom = (0, false)
      racks[rack].steppedTo = 0
    }
    serverBinding.update(repeating: 0, count: length)
    heldBack.update(repeating: 0, count: length)
  }

  /// Ends a tile whose hosts are all settled: counts the samples in which caps bind.
  func end(count: Int) {
    for rack in racks.indices { step(rack, to: count) }
    for sample in 0..<count {
      var bits = serverBinding[sample]
      for rack in racks.indices { bits |= binding[rack * length + sample] }
      effect.add(bits, heldBack: Watts(heldBack[sample]))
    }
    effect.overshoot = overshoot
  }
}

extension CapRows.Rack {
  /// The caps of a rack; nil when they hold even with every host at its most.
  fileprivate init?(
    _ choice: PowerCapChoice, _ elevation: RackElevation, _ design: LayoutDesign, _ frame: EnclosurePower?,
    mostOfHost: Watts, firstRow: Int
  ) {
    let ofRack = choice.ofRack
    // Equipment that is no server draws what is planned for it, and no cap holds it back.
    let others = elevation.mounted.filter { design.hosts(ofEquipment: $0.equipment).isEmpty }
    let overhead = others.reduce(Watts.zero) { $0 + design.equipment[$1.equipment].power }
    var groups = [PowerCaps.Group(ofRack?.level ?? .rack, cap: ofRack?.cap, overhead: overhead)]
    var hosts: [(host: Int, group: Int)] = []
    for piece in elevation.mounted where !design.hosts(ofEquipment: piece.equipment).isEmpty {
      if let frame { groups.append(PowerCaps.Group(frame, in: 0, cap: choice.enclosure)) }
      for host in design.hosts(ofEquipment: piece.equipment) { hosts.append((host, groups.count - 1)) }
    }
    guard let caps = try? PowerCaps(groups) else { preconditionFailure("caps of a sound scenario are sound") }
    division = PowerCaps.Division(caps)
    var most = [PowerCaps.Ask](repeating: PowerCaps.Ask(), count: groups.count)
    for (_, group) in hosts { most[group].demand += mostOfHost }
    division.divide(most)
    // Supplies that start one by one may take less when one more runs, so that the most is not the worst.
    let isMonotone = frame.map { $0.bank.sharing == .shared } ?? true
    let hasCap = groups.contains { $0.cap != nil }
    guard hasCap, division.isBinding.contains(true) || !isMonotone else { return nil }
    self.hosts = hosts
    self.firstRow = firstRow
    let share = groups[0].budget(of: ofRack?.cap ?? Watts(.infinity)) / Double(max(1, groups.count - 1))
    calm = groups.indices.map { group in
      guard frame != nil else { return share.value }
      guard group > 0 else { return .infinity }
      let limit = min(share, choice.enclosure ?? Watts(.infinity))
      return limit.value.isFinite ? groups[group].budget(of: limit).value : .infinity
    }
    last = Array(repeating: .zero, count: groups.count)
  }
}
