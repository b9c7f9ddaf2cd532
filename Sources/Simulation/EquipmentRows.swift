import Power
import Quantities

/// Power of the IT equipment over a tile: hosts as they are, and enclosures with their shared supplies.
struct EquipmentRows: ~Copyable {
  private let enclosure: EnclosurePower?
  /// Watts at the rack PDUs by sample, and in them the loss of supplies.
  private let input: UnsafeMutablePointer<Double>
  private let loss: UnsafeMutablePointer<Double>
  /// The most DC power of one enclosure by sample.
  private let heaviest: UnsafeMutablePointer<Double>
  /// Watts of all enclosures beside their blades.
  private var fixed = 0.0
  /// The highest power of racks and enclosures.
  private(set) var peaks: RackPeaks

  init(enclosure: EnclosurePower?, peaks: consuming RackPeaks, length: Int) {
    self.enclosure = enclosure
    self.peaks = peaks
    input = .allocate(capacity: length)
    loss = .allocate(capacity: length)
    heaviest = .allocate(capacity: length)
    for row in [input, loss, heaviest] { row.initialize(repeating: 0, count: length) }
  }

  deinit {
    input.deallocate()
    loss.deallocate()
    heaviest.deallocate()
  }

  /// Sums the hosts of a tile that has ended.
  mutating func evaluate(_ tile: borrowing TileEvaluator) {
    for sample in 0..<tile.count {
      input[sample] = 0
      loss[sample] = tile.lossWatts[sample]
      heaviest[sample] = 0
    }
    peaks.begin()
    defer { peaks.end(count: tile.count) }
    guard let enclosure, tile.domainCount > 1 else {
      for rack in 0..<tile.domainCount {
        let servers = tile.domainWatts + rack * tile.tileLength
        for sample in 0..<tile.count { input[sample] += servers[sample] }
        peaks.row(of: rack)?.update(from: servers, count: tile.count)
      }
      return
    }
    let own = enclosure.fixed.value
    fixed = own * Double(tile.domainCount - 1)
    let bank = enclosure.bank
    let rating = bank.installedRating
    let isShared = bank.sharing == .shared
    for domain in 1..<tile.domainCount {
      let blades = tile.domainWatts + domain * tile.tileLength
      let rack = peaks.row(of: domain)
      var highest = 0.0
      for sample in 0..<tile.count {
        let output = own + blades[sample]
        // The curve of equal shares is asked directly: thousands of enclosures by a hundred thousand samples.
        let lost =
          isShared
          ? bank.unit.loss.loss(carrying: Watts(output), rating: rating).value
          : bank.input(for: Watts(output)).value - output
        input[sample] += output + lost
        loss[sample] += lost
        heaviest[sample] = max(heaviest[sample], output)
        highest = max(highest, output)
        rack?[sample] += output + lost
      }
      peaks.note(enclosure: domain - 1, output: highest)
    }
  }

  /// Power at a sample: at the rack PDUs, in it the loss of supplies, and in it the enclosures beside their blades.
  subscript(sample: Int) -> (input: Double, loss: Double, fixed: Double) {
    (input[sample], loss[sample], fixed)
  }

  /// Whether the supplies of every enclosure keep their promised redundancy at a sample.
  func isProtected(_ sample: Int) -> Bool {
    guard let enclosure else { return true }
    return enclosure.bank.state(carrying: Watts(heaviest[sample])) == .protected
  }
}
