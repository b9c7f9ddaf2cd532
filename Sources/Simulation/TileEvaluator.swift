import CTileKernel
import Quantities
import Workload

/// What a host is doing, as far as power and work are concerned.
enum HostState: UInt8 {
  case off, booting, running, failed
  /// Without power: not even its controller runs.
  case unpowered
}

/// Demand and power of all hosts over one tile of samples.
///
/// At the start of a tile the demand of every host is summed for the whole tile. When something happens to a host
/// in mid-tile, its time so far is *settled*: turned into watts and energy exactly up to that instant. Then the
/// guest that moves is taken out of, or added to, the host's remaining samples. At the end of the tile
/// all hosts are settled. An event costs the rest of one tile for the hosts it touches, and nothing for the others;
/// under power caps (``CapRows``) the hosts of its rack are settled with it, for they share what there is.
///
/// ```
/// s_h(k) = own + sum over guests g of w_g d_g(k)       quanta asked of host h at sample k
/// u      = min(1, s_h / capacity)                      utilization
/// watts  = P(u),  served = min(s_h, capacity),  lost = s_h - served
/// ```
/// `d_g` the guest's sample in steps, `w_g` quanta of one step. Demand is summed in whole quanta held by doubles, so
/// that taking a guest out leaves no trace and the sums depend neither on the tile length nor on the order of guests; a
/// weight is off by half a quantum at most, 1/131 070 of the largest guest's.
struct TileEvaluator: ~Copyable {
  /// Samples of one tile at most, unless told otherwise: long enough that events are rare in it, short enough that the
  /// sums of a thousand hosts stay in the cache.
  static let standardLength = 256

  /// Samples of one tile at most; a stride of every row.
  let tileLength: Int
  /// Length of a sample in milliseconds.
  var sampleMilliseconds: Int64 { demands.sampleMilliseconds }
  /// Work a second that one quantum of demand stands for.
  let quantum: Double
  /// The first sample of the tile, and how many there are.
  var firstSample = 0
  var count = 0
  /// Watts by domain and sample: of rack servers one row of watts at the wall per rack; of blades one row of DC watts per
  /// enclosure, after an empty one.
  let domainWatts: UnsafeMutablePointer<Double>
  /// The part of it that is lost in the servers' own supplies, and the part that flows without work, by sample.
  let lossWatts: UnsafeMutablePointer<Double>
  let idleWatts: UnsafeMutablePointer<Double>
  let domainCount: Int

  /// Totals since the start, by host: joules at the host's plane, quanta-samples served and lost, highest
  /// utilization, milliseconds running.
  var joules: [Double]
  var served: [Double]
  var lost: [Double]
  var peak: [Double]
  var runningMilliseconds: [Int64]
  /// Samples in which each host was asked for more than it has, and in which each guest was on such a host.
  var crowdedSamples: [Double]
  var guestCrowdedSamples: [Double]
  /// Joules of all hosts while they booted, and while they were off.
  var bootJoules = 0.0
  var offJoules = 0.0
  /// Who answers for energy and for work not done.
  var accounts: LoadAccounts
  /// Joules of all hosts without work.
  var idleJoules = 0.0

  /// Watts without work of hosts that ran through the whole tile, which need not be added sample by sample.
  var idleOfWholeTile = 0.0

  var state: [HostState]
  var guests: GuestLists
  let sums: UnsafeMutablePointer<Double>
  let batch: UnsafeMutablePointer<bladesim_tile_guest>
  let hostCount: Int
  let curve: HostCurve
  /// Power caps; nil when none can bind.
  let caps: CapRows?
  let domainOfHost: [Int32]
  /// Quanta a running host always has to do for the technique itself.
  let own: Double
  /// Quanta of work that each host has to do beside, such as copies of guests' memory.
  var burdens: [Double]
  /// What guests do to each other.
  let contention: Contention
  /// What guests ask for.
  let demands: GuestDemands
  var settled: [Int64]

  /// Creates an evaluator.
  ///
  /// - Parameters:
  ///   - plan: the guests; its memory must outlive the evaluator.
  ///   - weights: quanta of one step of each guest's samples, at most 65 535.
  ///   - quantum: work a second of one quantum.
  ///   - own: quanta that a running host has to do for the technique itself.
  ///   - domainOfHost: the rack for rack servers, 1 + enclosure for blades.
  ///   - domains: how many domains there are, those without a host among them.
  ///   - contention: what guests do to each other, with the same capacity and own work.
  ///   - caps: power caps, of the same curve and tile length; nil when none can bind.
  init(
    plan: borrowing PinnedDemand, weights: [UInt32], quantum: Double, own: Double, curve: HostCurve,
    domainOfHost: [Int32], domains: Int, contention: Contention, sampleMilliseconds: Int64,
    tileLength: Int = TileEvaluator.standardLength,
    caps: CapRows? = nil
  ) {
    precondition((1...SeriesLibrary.longestBlock).contains(tileLength), "a tile is read in one block")
    self.tileLength = tileLength
    self.quantum = quantum
    self.own = own
    self.curve = curve
    self.caps = caps
    self.domainOfHost = domainOfHost
    self.contention = contention
    hostCount = domainOfHost.count
    domainCount = domains
    demands = GuestDemands(plan, weights: weights, sampleMilliseconds: sampleMilliseconds)
    sums = .allocate(capacity: hostCount * tileLength)
    sums.initialize(repeating: 0, count: hostCount * tileLength)
    batch = .allocate(capacity: max(1, demands.count))
    domainWatts = .allocate(capacity: domainCount * tileLength)
    lossWatts = .allocate(capacity: tileLength)
    idleWatts = .allocate(capacity: tileLength)
    joules = Array(repeating: 0, count: hostCount)
    served = joules
    lost = joules
    peak = joules
    runningMilliseconds = Array(repeating: 0, count: hostCount)
    settled = runningMilliseconds
    burdens = joules
    crowdedSamples = joules
    guestCrowdedSamples = Array(repeating: 0, count: demands.count)
    accounts = LoadAccounts(hosts: hostCount, guests: demands.count, areCapped: caps != nil)
    state = Array(repeating: .running, count: hostCount)
    guests = GuestLists(hosts: hostCount, guests: demands.count)
  }

  deinit {
    sums.deallocate()
    batch.deallocate()
    domainWatts.deallocate()
    lossWatts.deallocate()
    idleWatts.deallocate()
  }

  /// Starts a tile: the demand of all hosts for all its samples.
  mutating func begin(firstSample: Int, count: Int) {
    precondition(count <= tileLength)
    self.firstSample = firstSample
    self.count = count
    domainWatts.update(repeating: 0, count: domainCount * tileLength)
    lossWatts.update(repeating: 0, count: tileLength)
    idleWatts.update(repeating: 0, count: tileLength)
    for host in 0..<hostCount {
      let row = sums + host * tileLength
      row.update(repeating: own + burdens[host], count: count)
      var members = 0
      guests.forEach(on: host) { guest in
        batch[members] = demands.reference(to: guest, from: firstSample)
        members += 1
      }
      bladesim_tile_add(row, demands.library, batch, members, count)
    }
    caps?.begin()
  }

  /// Ends the tile: settles all hosts up to its end, and sends out the bills.
  mutating func end() {
    let end = Int64(firstSample + count) * sampleMilliseconds
    idleOfWholeTile = 0
    for host in 0..<hostCount { settle(host, until: end) }
    for sample in 0..<count { idleWatts[sample] += idleOfWholeTile }
    caps?.end(count: count)
    accounts.close(from: firstSample, length: count, guests, demands)
  }

  /// Ends the study: guests that still run have run until now.
  mutating func closeBooks() {
    let end = Int64(firstSample + count) * sampleMilliseconds
    for host in 0..<hostCount {
      guests.forEach(on: host) { contention.leave($0, host, after: end - accounts.since[$0]) }
    }
  }

  /// What a host draws at an instant, on its own plane.
  func draw(of host: Int, at time: Int64) -> Watts {
    let sample = min(sampleInTile(at: time), count - 1)
    let asked = sums[host * tileLength + sample]
    switch state[host] {
    case .unpowered: return .zero
    case .off, .failed: return Watts(curve.standby)
    case .booting, .running:
      guard let caps else {
        return state[host] == .booting ? Watts(curve.booting) : curve.draw(quanta: asked)
      }
      caps.refresh(rackOf: host, sums: sums, state: state, count: count)
      return caps.draw(of: host, in: state[host], asked: asked, at: sample)
    }
  }

  /// The sample of the tile that an instant lies in; the one after the last for the end.
  func sampleInTile(at time: Int64) -> Int {
    let sample = Int(time / sampleMilliseconds) - firstSample
    precondition((0...count).contains(sample), "an event lies in the tile it changes")
    return sample
  }
}
