/// Who answers for the energy that load adds to hosts, and for work that hosts did not do.
///
/// Energy is charged at the end of a tile: work on a host has one price in a tile, and whoever asked for some pays for it.
///
/// ```
/// price_h   = joules that load added on host h / quanta-samples asked of it        in one tile
/// joules_g += price_h * quanta-samples that guest g asked of h in that tile
/// ```
/// A guest that leaves in mid-tile leaves its bill behind. So an event costs nothing for the other guests of its hosts, which
/// matters where guests move all the time.
struct LoadAccounts {
  /// Joules that the work of each guest adds to its hosts.
  private(set) var guestJoules: [Double]
  /// Quanta-samples of each guest that did not fit its host.
  private(set) var guestLost: [Double]
  /// Quanta-samples of each guest that a power cap prevented; empty without caps.
  private(set) var guestCapped: [Double]
  /// Joules and quanta-samples of the technique's own work on all hosts, and its work that did not fit or was capped.
  private(set) var ownJoules = 0.0
  private(set) var ownDemand = 0.0
  private(set) var ownLost = 0.0
  private(set) var ownCapped = 0.0

  /// Of the present tile, by host: joules that load added, quanta-samples asked for, and of these the technique's own.
  private var joules: [Double]
  private var asked: [Double]
  private var own: [Double]
  /// When each guest came to the host it is on, in milliseconds.
  private(set) var since: [Int64]
  /// What guests asked of hosts that they left in this tile.
  private var bills: [(host: Int32, guest: Int32, asked: Double)] = []

  init(hosts: Int, guests: Int, areCapped: Bool) {
    guestJoules = Array(repeating: 0, count: guests)
    guestLost = guestJoules
    guestCapped = areCapped ? guestJoules : []
    since = Array(repeating: 0, count: guests)
    joules = Array(repeating: 0, count: hosts)
    asked = joules
    own = joules
  }

  /// A guest comes to a host.
  mutating func enter(_ guest: Int, at time: Int64) { since[guest] = time }

  /// A guest leaves a host in the tile that began at some instant.
  mutating func leave(_ guest: Int, _ host: Int, at time: Int64, tileStart: Int64, _ demands: GuestDemands) {
    let quanta = demands.quanta(of: guest, from: max(since[guest], tileStart), until: time)
    if quanta > 0 { bills.append((Int32(host), Int32(guest), quanta)) }
  }

  /// Load has added joules to a host that was asked for some work, a part of it the technique's own.
  mutating func add(joules: Double, asked: Double, own: Double, to host: Int) {
    self.joules[host] += joules
    self.asked[host] += asked
    self.own[host] += own
    ownDemand += own
  }

  /// Some work of a guest was not done, in quanta-samples.
  mutating func miss(_ guest: Int, lost: Double, capped: Double) {
    guestLost[guest] += lost
    if capped > 0 { guestCapped[guest] += capped }
  }

  /// Some of the technique's own work was not done, in quanta-samples.
  mutating func missOwn(lost: Double, capped: Double) {
    ownLost += lost
    ownCapped += capped
  }

  /// Ends a tile of some samples whose hosts are all settled: sends out its bills.
  mutating func close(from sample: Int, length: Int, _ guests: GuestLists, _ demands: GuestDemands) {
    let start = Int64(sample) * demands.sampleMilliseconds
    let end = Int64(sample + length) * demands.sampleMilliseconds
    // From here on `joules` are joules of one quantum-sample.
    for host in joules.indices {
      guard asked[host] > 0 else {
        joules[host] = 0
        continue
      }
      let price = joules[host] / asked[host]
      joules[host] = price
      ownJoules += price * own[host]
      guests.forEach(on: host) { guest in
        let quanta =
          since[guest] <= start
          ? demands.quanta(of: guest, from: sample, length: length)
          : demands.quanta(of: guest, from: since[guest], until: end)
        guestJoules[guest] += price * quanta
      }
    }
    for bill in bills { guestJoules[Int(bill.guest)] += joules[Int(bill.host)] * bill.asked }
    bills.removeAll(keepingCapacity: true)
    for host in joules.indices {
      joules[host] = 0
      asked[host] = 0
      own[host] = 0
    }
  }
}
