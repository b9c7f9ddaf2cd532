/// The hosts that a guest may go to, side by side, so that a search is one pass over short columns.
///
/// The pass estimates what each host's power would rise by, to far less than ``slack``. It never decides: hosts within the
/// slack of the least estimate are compared exactly, and in order of numbers, by whoever searches. The order here is free.
struct Candidates: ~Copyable {
  /// More than estimates are wrong by, in W.
  static let slack = 1e-9
  /// More than sums of requests are wrong by, in MIPS.
  private static let requestSlack = 1e-6

  private(set) var count = 0
  private let hosts: Column<Int32>
  private let places: Column<Int32>
  private let sum: Column<Double>
  private let bound: Column<Double>
  private let before: Column<Double>
  private let scale: Column<Double>
  private let segments: Column<Int32>
  private let estimate: Column<Double>
  private let near: Column<Int32>
  private(set) var nearCount = 0
  private static let absent: Int32 = -1

  init(hosts count: Int) {
    hosts = Column(repeating: 0, count: count)
    places = Column(repeating: Candidates.absent, count: count)
    sum = Column(repeating: 0, count: count)
    bound = Column(repeating: 0, count: count)
    before = Column(repeating: 0, count: count)
    scale = Column(repeating: 0, count: count)
    segments = Column(repeating: 0, count: count)
    estimate = Column(repeating: 0, count: count)
    near = Column(repeating: 0, count: count + 1)
  }

  @inline(__always)
  func host(_ place: Int) -> Int { Int(hosts[place]) }
  /// The power that the rise is counted from.
  @inline(__always)
  func before(_ place: Int) -> Double { before[place] }

  mutating func removeAll() {
    for place in 0..<count { places[Int(hosts[place])] = Candidates.absent }
    count = 0
  }

  /// Adds a host.
  ///
  /// - Parameters:
  ///   - before: the power that a rise is counted from.
  ///   - limit: the most that its guests together may ask for.
  mutating func insert(_ host: Int, _ fleet: borrowing Fleet, before: Double, limit: Double) {
    hosts[count] = Int32(truncatingIfNeeded: host)
    places[host] = Int32(truncatingIfNeeded: count)
    scale[count] = 10 / fleet.capacity[host]
    segments[count] = fleet.model[host] * Int32(PowerTables.width)
    count += 1
    refresh(host, fleet, before: before, limit: limit)
  }

  /// Takes a host out.
  mutating func remove(_ host: Int) {
    let place = places[host]
    guard place != Candidates.absent else { return }
    count -= 1
    let last = hosts[count]
    let (to, from) = (Int(place), count)
    hosts[to] = last
    sum[to] = sum[from]
    bound[to] = bound[from]
    before[to] = before[from]
    scale[to] = scale[from]
    segments[to] = segments[from]
    estimate[to] = estimate[from]
    places[Int(last)] = place
    places[host] = Candidates.absent
  }

  /// A host has got or lost guests.
  func refresh(_ host: Int, _ fleet: borrowing Fleet, before: Double, limit: Double) {
    let place = Int(places[host])
    guard place != Int(Candidates.absent) else { return }
    sum[place] = fleet.allocated[host]
    self.before[place] = before
    let room = min(fleet.core[host], fleet.available[host])
    bound[place] = min(room, limit - fleet.requested[host] + Candidates.requestSlack)
  }

  /// Estimates the rise of power of each host, infinite where the guest does not fit, and notes those near the least.
  ///
  /// - Returns: whether the guest fits anywhere; then ``near`` are the places of the hosts to compare.
  mutating func estimateAll(_ request: Double, _ power: borrowing PowerTables) -> Bool {
    var least = Double.infinity
    var found = 0
    let (sum, scale, segments, before) = (sum.start, scale.start, segments.start, before.start)
    let (bound, estimate, near) = (bound.start, estimate.start, near.start)
    let (origins, slopes) = (power.origins.start, power.slopes.start)
    for place in 0..<count {
      let tenths = (sum[place] + request) * scale[place]
      let segment = Int(segments[place]) &+ Candidates.floor(tenths)
      let rise = origins[segment] + slopes[segment] * tenths - before[place]
      let value = request <= bound[place] ? rise : .infinity
      estimate[place] = value
      // Every place is written and most are overwritten: cheaper than a branch that cannot be foreseen.
      near[found] = Int32(truncatingIfNeeded: place)
      found &+= value <= least + Candidates.slack ? 1 : 0
      least = value < least ? value : least
    }
    return keepNear(found, least)
  }

  /// Of the first places in `near`, keeps those that are near the least of all.
  private mutating func keepNear(_ found: Int, _ least: Double) -> Bool {
    nearCount = 0
    guard least < .infinity else { return false }
    for index in 0..<found where estimate[Int(near[index])] <= least + Candidates.slack {
      near[nearCount] = near[index]
      nearCount += 1
    }
    return true
  }

  /// The place of one of the hosts near the least estimate, by an index below ``nearCount``.
  @inline(__always)
  func near(_ index: Int) -> Int { Int(near[index]) }

  /// A host is not to be thought of again in this search.
  ///
  /// - Returns: whether the guest fits anywhere else.
  mutating func dismiss(_ host: Int) -> Bool {
    estimate[Int(places[host])] = .infinity
    var least = Double.infinity
    for place in 0..<count {
      least = min(least, estimate[place])
      near[place] = Int32(truncatingIfNeeded: place)
    }
    return keepNear(count, least)
  }

  /// A number below 16 rounded down, read from the bits of a sum: those above the 40 last hold whole numbers. One that is less
  /// than 2^-41 below a whole number may be rounded up to it, which is where two segments meet.
  @inline(__always)
  private static func floor(_ tenths: Double) -> Int {
    Int(truncatingIfNeeded: (tenths + 6144).bitPattern &>> 40 & 15)
  }
}
