import Power
import Quantities

/// Power of the IT equipment over a tile: hosts as they are, their fans' answer to warm air, and enclosures with their
/// fans and shared supplies.
///
/// ```
/// rack servers  P (1 + w)                            w: what a warm inlet adds (``ServerFans``), 0 up to 27 °C
/// enclosures    bank(B + own + rise(B))              B: sum of the blades
/// ```
struct EquipmentRows: ~Copyable {
  private let enclosure: EnclosurePower?
  /// What warm air adds to each watt of a rack server.
  private let warmth: Double
  /// Watts at the rack PDUs by sample, and in them the loss of supplies.
  private let input: UnsafeMutablePointer<Double>
  private let loss: UnsafeMutablePointer<Double>
  /// The most DC power of one enclosure by sample.
  private let heaviest: UnsafeMutablePointer<Double>
  /// Watts of all enclosures beside their blades, by sample.
  private let own: UnsafeMutablePointer<Double>
  /// Watts that the fans of rack servers add in warm air, by sample.
  private let warm: UnsafeMutablePointer<Double>
  /// The highest power of racks and enclosures.
  private(set) var peaks: RackPeaks

  init(enclosure: EnclosurePower?, inlet: Celsius, peaks: consuming RackPeaks, length: Int) {
    self.enclosure = enclosure
    self.peaks = peaks
    warmth = ServerFans.typical.factor(at: inlet) - 1
    input = .allocate(capacity: length)
    loss = .allocate(capacity: length)
    heaviest = .allocate(capacity: length)
    own = .allocate(capacity: length)
    warm = .allocate(capacity: length)
    for row in [input, loss, heaviest, own, warm] { row.initialize(repeating: 0, count: length) }
  }

  deinit {
    input.deallocate()
    loss.deallocate()
    heaviest.deallocate()
    own.deallocate()
    warm.deallocate()
  }

  /// Sums the hosts of a tile that has ended. Enclosures draw nothing in the dark.
  ///
  /// - Parameter gaps: what the plant did not do by sample; empty when it did all.
  mutating func evaluate(_ tile: borrowing TileEvaluator, gaps: [PlantGap]) {
    for sample in 0..<tile.count {
      warm[sample] = 0
      input[sample] = 0
      loss[sample] = tile.lossWatts[sample]
      heaviest[sample] = 0
      own[sample] = 0
    }
    peaks.begin()
    let lit = gaps.isEmpty ? Double(tile.count) : gaps.prefix(tile.count).reduce(0) { $0 + $1.lit }
    defer { peaks.end(count: tile.count, lit: lit) }
    guard let enclosure, tile.domainCount > 1 else {
      for rack in 0..<tile.domainCount {
        let servers = tile.domainWatts + rack * tile.tileLength
        let highest = peaks.row(of: rack)
        for sample in 0..<tile.count {
          let fans = servers[sample] * warmth
          warm[sample] += fans
          input[sample] += servers[sample] + fans
          highest?[sample] = servers[sample] + fans
        }
      }
      return
    }
    let fixed = enclosure.fixed.value
    let modules = enclosure.management + enclosure.interconnects
    let answer = enclosure.answer
    let bank = enclosure.bank
    let rating = bank.installedRating
    let isShared = bank.sharing == .shared
    for domain in 1..<tile.domainCount {
      let blades = tile.domainWatts + domain * tile.tileLength
      let rack = peaks.row(of: domain)
      var highest = 0.0
      for sample in 0..<tile.count {
        let lit = gaps.isEmpty ? 1 : gaps[sample].lit
        guard lit > 0 else { continue }
        let carried = lit == 1 ? blades[sample] : blades[sample] / lit
        let beside = fixed + (answer?.rise(carrying: Watts(carried) + modules).value ?? 0)
        let output = beside + carried
        // The curve of equal shares is asked directly: thousands of enclosures by a hundred thousand samples.
        let lost =
          isShared
          ? bank.unit.loss.loss(carrying: Watts(output), rating: rating).value
          : bank.input(for: Watts(output)).value - output
        input[sample] += (output + lost) * lit
        loss[sample] += lost * lit
        own[sample] += beside * lit
        heaviest[sample] = max(heaviest[sample], output)
        highest = max(highest, output)
        rack?[sample] += (output + lost) * lit
      }
      peaks.note(enclosure: domain - 1, output: highest)
    }
  }

  /// Power at a sample: at the rack PDUs, in it the loss of supplies, in it the enclosures beside their blades, and in it
  /// what warm air adds to rack servers.
  subscript(sample: Int) -> (input: Double, loss: Double, own: Double, warm: Double) {
    (input[sample], loss[sample], own[sample], warm[sample])
  }

  /// Whether the supplies of every enclosure keep their promised redundancy at a sample.
  func isProtected(_ sample: Int) -> Bool {
    guard let enclosure else { return true }
    return enclosure.bank.state(carrying: Watts(heaviest[sample])) == .protected
  }
}
