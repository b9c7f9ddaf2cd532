extension Fleet {
  /// What leaving and arriving guests get of their share, and what one arriving takes of the host.
  private static let leavingShare = 0.9
  private static let arrivingShare = 0.1

  /// The general form of an update: guests on their way, requests above a core, and more asked for than there is.
  ///
  /// ```
  /// c = min(r, core);  w = 0.1 c for a guest on its way in, else c
  /// sum w <= C:  a = c, times 0.9 on the way out, times 0.1 on the way in
  /// else:        a = floor(the same times C / sum w)
  /// ```
  func allocate(_ host: Int, _ demand: borrowing Demand) {
    let core = core[host]
    var available = capacity[host]
    var tally = Tally()
    for place in 0..<lists.count(host) {
      let guest = lists.guest(host, place)
      let request = demand.request[guest]
      let wanted = min(request, core)
      if Int(home[guest]) != host {
        let share = wanted * Fleet.arrivingShare
        available -= share
        tally.addArriving(request: request, share: share)
      } else {
        available -= wanted
        if isMoving[guest] {
          tally.add(request: request, share: wanted * Fleet.leavingShare, isLeaving: true)
        } else {
          tally.add(request: request, share: wanted, isLeaving: false)
        }
      }
    }
    // A difference that stays above zero to its end was so all along.
    if available < 0 { return allocateShort(host, demand) }
    note(tally, host, available: available)
  }

  /// There is not enough: everybody gets the same part of what they would get, in whole MIPS.
  private func allocateShort(_ host: Int, _ demand: borrowing Demand) {
    let core = core[host]
    let rounding: FloatingPointRoundingRule? = quirks.has(.wholeShares) ? .down : nil
    var weights = 0.0
    for place in 0..<lists.count(host) {
      let guest = lists.guest(host, place)
      let wanted = min(demand.request[guest], core)
      weights += Int(home[guest]) != host ? wanted * Fleet.arrivingShare : wanted
    }
    let scale = capacity[host] / weights
    var tally = Tally()
    for place in 0..<lists.count(host) {
      let guest = lists.guest(host, place)
      let request = demand.request[guest]
      let wanted = min(request, core)
      // The order of the factors is CloudSim's.
      if Int(home[guest]) != host {
        var share = wanted * Fleet.arrivingShare * scale
        if let rounding { share.round(rounding) }
        tally.addArriving(request: request, share: share)
      } else {
        var share = isMoving[guest] ? wanted * scale * Fleet.leavingShare : wanted * scale
        if let rounding { share.round(rounding) }
        tally.add(request: request, share: share, isLeaving: isMoving[guest])
      }
    }
    note(tally, host, available: 0)
  }

  /// Notes what a host gave.
  @inline(__always)
  private func note(_ tally: Tally, _ host: Int, available: Double) {
    var record = tally.record
    if quirks.has(.arrivalsViolate), quirks.has(.roundingViolates) {
      record.isShort = tally.sum < tally.requested
    } else {
      let ignoresArrivals = !quirks.has(.arrivalsViolate)
      let given = ignoresArrivals ? tally.sum - tally.arriving : tally.sum
      let asked = ignoresArrivals ? tally.requested - tally.arrivingRequest : tally.requested
      record.isShort = given < asked - (quirks.has(.roundingViolates) ? 0 : asked * 1e-9)
    }
    records.record(host, record)
    settle(host, allocated: tally.sum, requested: tally.requested, available: available)
  }

  /// The sums of a host, in the order of its list.
  private struct Tally {
    var sum = 0.0
    var requested = 0.0
    var arriving = 0.0
    var arrivingRequest = 0.0
    var record = ServiceRecords.Record()

    @inline(__always)
    mutating func addArriving(request: Double, share: Double) {
      sum += share
      requested += request
      arriving += share
      arrivingRequest += request
    }

    /// A guest on its way out counts on its host as if it got its share whole; its own record says what it got.
    @inline(__always)
    mutating func add(request: Double, share: Double, isLeaving: Bool) {
      record.add(request: request, share: share, isMoving: isLeaving)
      sum += isLeaving ? share / Fleet.leavingShare : share
      requested += request
    }
  }
}
