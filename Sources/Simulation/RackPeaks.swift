import Facility
import Power
import Quantities

/// The highest power of each rack and its sum, and the highest DC power of each enclosure, of all samples.
///
/// A rack's power is that of all its equipment at the same sample, so it is at most the sum of their own peaks. What is
/// neither a server nor an enclosure counts with its planned power.
struct RackPeaks: ~Copyable {
  /// Watts of each rack at the rack PDU's outlets.
  private(set) var racks: [Double]
  /// The same summed over samples; of a sample that is dark for a part, the rest counts.
  private(set) var sums: [Double]
  /// Watts that the supplies of each enclosure give; empty for rack servers.
  private(set) var enclosures: [Double]

  /// The rack of each domain of the tile.
  private let rackOfDomain: [Int]
  /// What stands in each rack beside servers and enclosures.
  private let constant: [Double]
  private let rowLength: Int
  private let rows: UnsafeMutablePointer<Double>

  init(_ design: LayoutDesign, length: Int) {
    rackOfDomain = design.rackOfDomain
    constant = design.powerBesideMachines.map(\.value)
    racks = constant
    sums = Array(repeating: 0, count: constant.count)
    enclosures = Array(repeating: 0, count: design.enclosures)
    rowLength = length
    rows = .allocate(capacity: max(1, racks.count * length))
    rows.initialize(repeating: 0, count: max(1, racks.count * length))
  }

  deinit { rows.deallocate() }

  /// Starts a tile.
  func begin() { rows.update(repeating: 0, count: racks.count * rowLength) }

  /// Where the input of a domain's machines is added sample by sample; nil for a domain that is nowhere.
  func row(of domain: Int) -> UnsafeMutablePointer<Double>? {
    let rack = rackOfDomain.indices.contains(domain) ? rackOfDomain[domain] : -1
    return rack < 0 ? nil : rows + rack * rowLength
  }

  /// Notes the highest output of an enclosure.
  mutating func note(enclosure: Int, output: Double) {
    enclosures[enclosure] = max(enclosures[enclosure], output)
  }

  /// Ends a tile of so many samples, so many of which, parts counted, had power.
  mutating func end(count: Int, lit: Double) {
    for rack in racks.indices {
      let row = rows + rack * rowLength
      var (highest, sum) = (0.0, 0.0)
      for sample in 0..<count {
        highest = max(highest, row[sample])
        sum += row[sample]
      }
      racks[rack] = max(racks[rack], highest + constant[rack])
      sums[rack] += sum + constant[rack] * lit
    }
  }
}

extension LayoutDesign {
  /// The rack of each piece of ``equipment``.
  public var rackOfEquipment: [Int] {
    var places = [Int](repeating: -1, count: equipment.count)
    for rack in racks.racks {
      for mounted in rack.mounted { places[mounted.equipment] = rack.rack.index }
    }
    return places
  }

  /// Pieces of equipment that are servers or hold them; others follow them in ``equipment``.
  var machines: Int { enclosures > 0 ? enclosures : hosts }

  /// The domain of the tile that a host's power is summed in: of rack servers a domain is a rack; of blades, an enclosure,
  /// counted from 1.
  var domainOfHost: [Int32] {
    let places = rackOfEquipment
    return (0..<hosts).map { host in
      Int32(enclosure(of: host).map { $0.index + 1 } ?? max(0, places[host]))
    }
  }

  /// The rack of each domain; -1 for one that is nowhere.
  var rackOfDomain: [Int] {
    bladesPerEnclosure > 0 ? [-1] + rackOfEquipment.prefix(enclosures) : Array(racks.racks.indices)
  }

  /// Planned power in each rack of what is neither a server nor an enclosure.
  var powerBesideMachines: [Watts] {
    racks.racks.map { rack in
      rack.mounted.reduce(.zero) { $1.equipment < machines ? $0 : $0 + equipment[$1.equipment].power }
    }
  }
}
