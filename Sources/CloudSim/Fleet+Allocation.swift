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
    let count = lists.count(host)
    let core = core[host]
    let capacity = capacity[host]
    var available = capacity
    var weights = 0.0
    var isShort = false
    for place in 0..<count {
      let guest = lists.guest(host, place)
      let wanted = min(demand.request[guest], core)
      let weight = isArriving(guest, host) ? wanted * Fleet.arrivingShare : wanted
      weights += weight
      if !isShort, available >= weight {
        available -= weight
      } else if weight > 0 {
        isShort = true
        available = 0
      }
    }
    let scale = capacity / weights
    let roundsDown = quirks.has(.wholeShares)
    for place in 0..<count {
      let guest = lists.guest(host, place)
      var share = min(demand.request[guest], core)
      let isArriving = isArriving(guest, host)
      // The order of the factors is CloudSim's.
      if isArriving { share *= Fleet.arrivingShare }
      if isShort { share *= scale }
      if isMoving[guest], !isArriving { share *= Fleet.leavingShare }
      if isShort, roundsDown { share.round(.down) }
      shares[place] = share
    }
    account(host, demand, available: available)
  }

  /// Sums what the guests of a host get, and notes who misses what.
  private func account(_ host: Int, _ demand: borrowing Demand, available: Double) {
    var sum = 0.0
    var requested = 0.0
    var arriving = 0.0
    var arrivingRequest = 0.0
    var record = ServiceRecords.Record()
    for place in 0..<lists.count(host) {
      let guest = lists.guest(host, place)
      let request = demand.request[guest]
      var share = shares[place]
      if isArriving(guest, host) {
        arriving += share
        arrivingRequest += request
      } else {
        record.add(request: request, share: share, isMoving: isMoving[guest])
        if isMoving[guest] { share /= Fleet.leavingShare }
      }
      sum += share
      requested += request
    }
    if quirks.has(.arrivalsViolate), quirks.has(.roundingViolates) {
      record.isShort = sum < requested
    } else {
      let (given, asked) =
        quirks.has(.arrivalsViolate) ? (sum, requested) : (sum - arriving, requested - arrivingRequest)
      let tolerance = quirks.has(.roundingViolates) ? 0 : asked * 1e-9
      record.isShort = given < asked - tolerance
    }
    records.record(host, record)
    settle(host, allocated: sum, requested: requested, available: available)
  }

  /// Whether a guest of a host's list is on its way to it.
  @inline(__always)
  private func isArriving(_ guest: Int, _ host: Int) -> Bool { Int(home[guest]) != host }
}
