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
  let sampleMilliseconds: Int64
  /// Work a second that one quantum of demand stands for.
  let quantum: Double
  /// The first sample of the tile, and how many there are.
  private(set) var firstSample = 0
  private(set) var count = 0
  /// Watts by domain and sample: of rack servers one row of watts at the wall per rack; of blades one row of DC watts per
  /// enclosure, after an empty one.
  let domainWatts: UnsafeMutablePointer<Double>
  /// The part of it that is lost in the servers' own supplies, and the part that flows without work, by sample.
  let lossWatts: UnsafeMutablePointer<Double>
  let idleWatts: UnsafeMutablePointer<Double>
  let domainCount: Int

  /// Totals since the start, by host: joules at the host's plane, quanta-samples served and lost, highest
  /// utilization, milliseconds running.
  private(set) var joules: [Double]
  private(set) var served: [Double]
  private(set) var lost: [Double]
  private(set) var peak: [Double]
  private(set) var runningMilliseconds: [Int64]
  /// Totals by guest: joules that its work adds to its hosts, quanta-samples that did not fit.
  private(set) var guestJoules: [Double]
  private(set) var guestLost: [Double]
  /// Quanta-samples of each guest that a power cap prevented; empty without caps.
  private(set) var guestCapped: [Double]
  /// Samples in which each host was asked for more than it has, and in which each guest was on such a host.
  private(set) var crowdedSamples: [Double]
  private(set) var guestCrowdedSamples: [Double]
  /// Joules of all hosts while they booted, and while they were off.
  private(set) var bootJoules = 0.0
  private(set) var offJoules = 0.0
  /// Joules and quanta-samples of the technique's own work on all hosts, and its work that did not fit or was capped.
  private(set) var ownJoules = 0.0
  private(set) var ownDemand = 0.0
  private(set) var ownLost = 0.0
  private(set) var ownCapped = 0.0
  /// Joules of all hosts without work.
  private(set) var idleJoules = 0.0

  /// Watts without work of hosts that ran through the whole tile, which need not be added sample by sample.
  private var idleOfWholeTile = 0.0

  private(set) var state: [HostState]
  private(set) var guests: GuestLists
  private let sums: UnsafeMutablePointer<Double>
  private let batch: UnsafeMutablePointer<bladesim_tile_guest>
  private let hostCount: Int
  private let curve: HostCurve
  /// Power caps; nil when none can bind.
  let caps: CapRows?
  private let domainOfHost: [Int32]
  /// Quanta a running host always has to do for the technique itself.
  private let own: Double
  /// Quanta of work that each host has to do beside, such as copies of guests' memory.
  private var burdens: [Double]
  private let spans: [SeriesLibrary.Span]
  private let samples: UnsafeBufferPointer<UInt8>
  private let sumsBefore: UnsafeBufferPointer<UInt64>
  private let places: [GuestDemand]
  private var settled: [Int64]

  /// Where the demand of a guest is read, and its weight in quanta.
  struct GuestDemand {
    var series: Int32
    var offset: Int32
    var weight: UInt32
  }

  /// Creates an evaluator.
  ///
  /// - Parameters:
  ///   - plan: the guests; its memory must outlive the evaluator.
  ///   - weights: quanta of one step of each guest's samples, at most 65 535.
  ///   - quantum: work a second of one quantum.
  ///   - own: quanta that a running host has to do for the technique itself.
  ///   - domainOfHost: the rack for rack servers, 1 + enclosure for blades.
  ///   - caps: power caps, of the same curve and tile length; nil when none can bind.
  init(
    plan: borrowing PinnedDemand, weights: [UInt32], quantum: Double, own: Double, curve: HostCurve,
    domainOfHost: [Int32], sampleMilliseconds: Int64, tileLength: Int = TileEvaluator.standardLength,
    caps: CapRows? = nil
  ) {
    precondition((1...SeriesLibrary.longestBlock).contains(tileLength), "a tile is read in one block")
    self.tileLength = tileLength
    self.sampleMilliseconds = sampleMilliseconds
    self.quantum = quantum
    self.own = own
    self.curve = curve
    self.caps = caps
    self.domainOfHost = domainOfHost
    hostCount = domainOfHost.count
    domainCount = Int(domainOfHost.max() ?? 0) + 1
    spans = plan.spans
    samples = plan.samples
    sumsBefore = plan.sumsBefore
    places = zip(plan.guests, weights).map {
      GuestDemand(series: $0.series.index, offset: Int32($0.offset), weight: $1)
    }
    sums = .allocate(capacity: hostCount * tileLength)
    sums.initialize(repeating: 0, count: hostCount * tileLength)
    batch = .allocate(capacity: max(1, places.count))
    domainWatts = .allocate(capacity: domainCount * tileLength)
    lossWatts = .allocate(capacity: tileLength)
    idleWatts = .allocate(capacity: tileLength)
    joules = Array(repeating: 0, count: hostCount)
    served = joules
    lost = joules
    peak = joules
    runningMilliseconds = Array(repeating: 0, count: hostCount)
    settled = runningMilliseconds
    guestJoules = Array(repeating: 0, count: places.count)
    guestLost = guestJoules
    crowdedSamples = joules
    guestCrowdedSamples = guestJoules
    burdens = joules
    guestCapped = caps == nil ? [] : guestJoules
    state = Array(repeating: .running, count: hostCount)
    guests = GuestLists(hosts: hostCount, guests: places.count)
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
        batch[members] = reference(to: guest, from: 0)
        members += 1
      }
      bladesim_tile_add(row, samples.baseAddress, batch, members, count)
    }
    caps?.begin()
  }

  /// Ends the tile: settles all hosts up to its end.
  mutating func end() {
    let end = Int64(firstSample + count) * sampleMilliseconds
    idleOfWholeTile = 0
    for host in 0..<hostCount { settle(host, until: end) }
    for sample in 0..<count { idleWatts[sample] += idleOfWholeTile }
    caps?.end(count: count)
  }

  /// Changes what a host does from an instant on.
  mutating func set(_ newState: HostState, of host: Int, at time: Int64) {
    settleBeforeChange(of: host, at: time)
    state[host] = newState
  }

  /// Puts a guest on a host from an instant on.
  mutating func add(_ guest: Int, to host: Int, at time: Int64) {
    settleBeforeChange(of: host, at: time)
    let from = sampleInTile(at: time)
    var one = reference(to: guest, from: from)
    bladesim_tile_add(
      sums + host * tileLength + from, samples.baseAddress, &one, 1, count - from)
    guests.append(guest, to: host)
  }

  /// Gives a host more or less work beside that of its guests from an instant on, in whole quanta; it counts as the
  /// technique's own.
  mutating func burden(_ host: Int, by quanta: Double, at time: Int64) {
    settleBeforeChange(of: host, at: time)
    burdens[host] += quanta
    let row = sums + host * tileLength
    for sample in sampleInTile(at: time)..<count { row[sample] += quanta }
  }

  /// Takes a guest off its host from an instant on.
  mutating func remove(_ guest: Int, from host: Int, at time: Int64) {
    settleBeforeChange(of: host, at: time)
    let from = sampleInTile(at: time)
    var one = reference(to: guest, from: from)
    bladesim_tile_subtract(
      sums + host * tileLength + from, samples.baseAddress, &one, 1, count - from)
    guests.remove(guest, from: host)
  }

  /// Quanta-samples that a guest asks for between two instants, whether or not it runs.
  func demand(of guest: Int, from start: Int64, until end: Int64) -> Double {
    guard end > start else { return 0 }
    let (first, startPart) = start.quotientAndRemainder(dividingBy: sampleMilliseconds)
    let (last, endPart) = end.quotientAndRemainder(dividingBy: sampleMilliseconds)
    var steps = Double(stepsBefore(Int(last), of: guest) - stepsBefore(Int(first), of: guest))
    steps -= Double(step(Int(first), of: guest)) * Double(startPart) / Double(sampleMilliseconds)
    if endPart > 0 {
      steps += Double(step(Int(last), of: guest)) * Double(endPart) / Double(sampleMilliseconds)
    }
    return steps * Double(places[guest].weight)
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

  // MARK: Windows

  private func sampleInTile(at time: Int64) -> Int {
    let sample = Int(time / sampleMilliseconds) - firstSample
    precondition((0...count).contains(sample), "an event lies in the tile it changes")
    return sample
  }

  private func reference(to guest: Int, from sample: Int) -> bladesim_tile_guest {
    let place = places[guest]
    let at = spans[Int(place.series)].place(atSample: firstSample + sample, offset: Int(place.offset))
    return bladesim_tile_guest(first: UInt64(at), weight: place.weight, padding: 0)
  }

  /// The steps of a guest's sample, and of all its samples before one, counted through repetitions.
  private func step(_ sample: Int, of guest: Int) -> UInt8 {
    samples[spans[Int(places[guest].series)].place(atSample: sample, offset: Int(places[guest].offset))]
  }

  private func stepsBefore(_ sample: Int, of guest: Int) -> UInt64 {
    let span = spans[Int(places[guest].series)]
    let (rounds, phase) = (sample + Int(places[guest].offset)).quotientAndRemainder(dividingBy: span.length)
    let whole = sumsBefore[span.start + span.length] - sumsBefore[span.start]
    return UInt64(rounds) * whole + (sumsBefore[span.start + phase] - sumsBefore[span.start])
  }

  /// Settles a host that is about to change, and with it those that share its caps.
  private mutating func settleBeforeChange(of host: Int, at time: Int64) {
    guard let caps, caps.rackOfHost[host] >= 0 else { return settle(host, until: time) }
    for (other, _) in caps.racks[caps.rackOfHost[host]].hosts { settle(other, until: time) }
    caps.change(
      rackOf: host, sample: sampleInTile(at: time), isPartial: !time.isMultiple(of: sampleMilliseconds))
  }

  /// Turns the time of a host since it was last settled into watts and energy.
  private mutating func settle(_ host: Int, until time: Int64) {
    let start = settled[host]
    guard time > start else { return }
    settled[host] = time
    caps?.refresh(rackOf: host, sums: sums, state: state, count: count)
    if state[host] == .running { runningMilliseconds[host] += time - start }
    var (first, startPart) = start.quotientAndRemainder(dividingBy: sampleMilliseconds)
    let (last, endPart) = time.quotientAndRemainder(dividingBy: sampleMilliseconds)
    if first == last {
      window(host, first, 1, share: Double(endPart - startPart) / Double(sampleMilliseconds))
      return
    }
    if startPart > 0 {
      window(host, first, 1, share: Double(sampleMilliseconds - startPart) / Double(sampleMilliseconds))
      first += 1
    }
    if last > first { window(host, first, Int(last - first), share: 1) }
    if endPart > 0 { window(host, last, 1, share: Double(endPart) / Double(sampleMilliseconds)) }
  }

  /// Accounts for some samples of a host, each counted `share` times.
  private mutating func window(_ host: Int, _ sample: Int64, _ length: Int, share: Double) {
    let at = Int(sample) - firstSample
    let watts = domainWatts + Int(domainOfHost[host]) * tileLength + at
    let seconds = Double(sampleMilliseconds) / 1000
    let span = Double(length) * share
    guard state[host] == .running else {
      caps?.rest(host)
      if state[host] == .booting, let caps { return boot(host, at, length, share: share, under: caps) }
      let (draw, loss): (Double, Double) =
        switch state[host] {
        case .booting: (curve.booting, curve.bootingLoss)
        case .unpowered: (0, 0)
        case .off, .failed, .running: (curve.standby, curve.standbyLoss)
        }
      for sample in 0..<length {
        watts[sample] += share * draw
        lossWatts[at + sample] += share * loss
        idleWatts[at + sample] += share * (draw - loss)
      }
      joules[host] += draw * span * seconds
      idleJoules += draw * span * seconds
      if state[host] == .booting { bootJoules += draw * span * seconds }
      if state[host] == .off { offJoules += draw * span * seconds }
      return
    }
    var kernelCurve = curve.kernelCurve
    var row = UnsafePointer(sums + host * tileLength + at)
    var contention = 0.0
    if let caps, caps.mayLimit(host) {
      let grant = caps.grant(host, asked: row, at: at, length: length, share: share)
      (row, contention) = (grant.row, grant.contention)
      if grant.isCapped {
        attribute(prevented: caps.prevented, on: host, from: Int(sample), length: length, share: share)
      }
    }
    let total = bladesim_host_draw(watts, lossWatts + at, row, &kernelCurve, length, share)
    let idle = share * (curve.idle - curve.idleLoss)
    if length == count, share == 1 {
      idleOfWholeTile += idle
    } else {
      for sample in 0..<length { idleWatts[at + sample] += idle }
    }
    joules[host] += total.watts * seconds
    idleJoules += curve.idle * span * seconds
    served[host] += total.served
    lost[host] += total.lost + contention
    peak[host] = max(peak[host], total.peak)
    if total.lost + contention > 0 { crowd(host, at, length, share: share) }
    attribute(
      (total.watts - curve.idle * span) * seconds, lost: total.lost + contention,
      own: (own + burdens[host]) * span, on: host, from: Int(sample), length: length, share: share)
  }

  /// Counts the samples in which a host was asked for more than it has.
  private mutating func crowd(_ host: Int, _ at: Int, _ length: Int, share: Double) {
    let row = sums + host * tileLength + at
    var crowded = 0
    for sample in 0..<length where row[sample] > curve.kernelCurve.capacity { crowded += 1 }
    let samples = share * Double(crowded)
    crowdedSamples[host] += samples
    guests.forEach(on: host) { guestCrowdedSamples[$0] += samples }
  }

  /// Accounts for some samples of a host that boots under caps, each counted `share` times.
  private mutating func boot(_ host: Int, _ at: Int, _ length: Int, share: Double, under caps: CapRows) {
    let watts = domainWatts + Int(domainOfHost[host]) * tileLength + at
    let draws = caps.boot(host, at: at, length: length, share: share)
    var sum = 0.0
    for sample in 0..<length {
      let draw = draws[sample]
      let loss = draw == curve.booting ? curve.bootingLoss : curve.loss(of: draw)
      watts[sample] += share * draw
      lossWatts[at + sample] += share * loss
      idleWatts[at + sample] += share * (draw - loss)
      sum += share * draw
    }
    joules[host] += sum * Double(sampleMilliseconds) / 1000
    idleJoules += sum * Double(sampleMilliseconds) / 1000
    bootJoules += sum * Double(sampleMilliseconds) / 1000
  }

  /// Divides the joules that load added, and the work that did not fit, among those who asked for it.
  private mutating func attribute(
    _ joules: Double, lost: Double, own: Double, on host: Int, from sample: Int, length: Int,
    share: Double
  ) {
    var asked = own
    guests.forEach(on: host) { asked += share * asks($0, from: sample, length: length) }
    guard asked > 0 else { return }
    ownDemand += own
    ownJoules += joules * (own / asked)
    ownLost += lost * (own / asked)
    guests.forEach(on: host) { guest in
      let part = share * asks(guest, from: sample, length: length) / asked
      guestJoules[guest] += joules * part
      guestLost[guest] += lost * part
    }
  }

  /// Divides the work that caps prevented among those who asked for it, sample by sample.
  ///
  /// - Parameter prevented: the part of all that was asked for, by sample.
  private mutating func attribute(
    prevented: UnsafePointer<Double>, on host: Int, from sample: Int, length: Int, share: Double
  ) {
    for index in 0..<length { ownCapped += share * prevented[index] * (own + burdens[host]) }
    guests.forEach(on: host) { guest in
      let place = places[guest]
      let at = spans[Int(place.series)].place(atSample: sample, offset: Int(place.offset))
      var steps = 0.0
      for index in 0..<length { steps += prevented[index] * Double(samples[at + index]) }
      guestCapped[guest] += share * steps * Double(place.weight)
    }
  }

  private func asks(_ guest: Int, from sample: Int, length: Int) -> Double {
    let place = places[guest]
    let at = spans[Int(place.series)].place(atSample: sample, offset: Int(place.offset))
    return Double(place.weight) * Double(sumsBefore[at + length] - sumsBefore[at])
  }
}

/// A demand plan whose samples stay at one place in memory, for kernels to read by pointer.
struct PinnedDemand: ~Copyable {
  let guests: [DemandPlan.Guest]
  let spans: [SeriesLibrary.Span]
  let samples: UnsafeBufferPointer<UInt8>
  let sumsBefore: UnsafeBufferPointer<UInt64>

  /// Calls a closure with the plan's memory pinned.
  static func with<Result, Failure: Error>(
    _ plan: DemandPlan, _ body: (borrowing PinnedDemand) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outcome: Swift.Result<Result, Failure> = plan.library.withUnsafeSamples { samples in
      plan.sumsBefore.withUnsafeBufferPointer { sums in
        let pinned = PinnedDemand(
          guests: plan.guests, spans: plan.library.spans, samples: samples, sumsBefore: sums)
        do throws(Failure) { return .success(try body(pinned)) } catch { return .failure(error) }
      }
    }
    return try outcome.get()
  }
}
