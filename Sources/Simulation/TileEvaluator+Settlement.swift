import CTileKernel

// How the time of hosts becomes watts and energy.
extension TileEvaluator {
  /// Settles a host that is about to change, and with it those that share its caps.
  mutating func settleBeforeChange(of host: Int, at time: Int64) {
    guard let caps, caps.rackOfHost[host] >= 0 else { return settle(host, until: time) }
    for (other, _) in caps.racks[caps.rackOfHost[host]].hosts { settle(other, until: time) }
    caps.change(
      rackOf: host, sample: sampleInTile(at: time), isPartial: !time.isMultiple(of: sampleMilliseconds))
  }

  /// Turns the time of a host since it was last settled into watts and energy.
  mutating func settle(_ host: Int, until time: Int64) {
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
    let own = own + burdens[host]
    let asked = UnsafePointer(sums + host * tileLength + at)
    var (row, granted) = (asked, UnsafePointer<Double>?.none)
    if let caps, caps.mayLimit(host) {
      let grant = caps.grant(host, asked: asked, at: at, length: length, share: share)
      if grant.isCapped { granted = grant.row }
    }
    let piece = Contention.Window(
      host: host, asked: asked, granted: granted, sample: Int(sample), length: length, share: share,
      milliseconds: Int64((share * Double(sampleMilliseconds)).rounded()), own: own)
    var outcome: Contention.Outcome?
    if granted != nil || contention.decides(host, asked: asked, length: length) {
      let division = contention.divide(piece, guests, demands, &accounts)
      (row, outcome) = (division.row, division)
    }
    var kernelCurve = curve.kernelCurve
    let total = bladesim_host_draw(watts, lossWatts + at, row, &kernelCurve, length, share)
    if outcome == nil {
      if total.lost > 0 {
        // What the host does is known; whose work it is, is not.
        outcome = contention.divide(piece, guests, demands, &accounts)
      } else {
        contention.follow(piece, peak: total.peak)
      }
    }
    let idle = share * (curve.idle - curve.idleLoss)
    if length == count, share == 1 {
      idleOfWholeTile += idle
    } else {
      for sample in 0..<length { idleWatts[at + sample] += idle }
    }
    joules[host] += total.watts * seconds
    idleJoules += curve.idle * span * seconds
    served[host] += total.served
    lost[host] += outcome?.lost ?? 0
    peak[host] = max(peak[host], total.peak)
    accounts.add(
      joules: (total.watts - curve.idle * span) * seconds,
      asked: outcome?.asked ?? total.served, own: own * span, to: host)
    if outcome != nil { crowd(host, at, length, share: share) }
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
}
