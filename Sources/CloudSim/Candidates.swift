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
  private let segments: Column<Int>
  private let estimate: Column<Double>
  private let near: Column<Int32>
  /// What the power of each host near the least estimate would rise by, to the last bit; for whoever compares them.
  let rises: Column<Double>
  private(set) var nearCount = 0
  private static let absent: Int32 = -1
  /// A bound that no request keeps: behind the last candidate.
  private static let nothing = -1.0

  init(hosts: Int) {
    // One more, since candidates are looked at in pairs.
    let count = hosts + 1
    self.hosts = Column(repeating: 0, count: count)
    places = Column(repeating: Candidates.absent, count: hosts)
    sum = Column(repeating: 0, count: count)
    bound = Column(repeating: Candidates.nothing, count: count)
    before = Column(repeating: 0, count: count)
    scale = Column(repeating: 0, count: count)
    segments = Column(repeating: 0, count: count)
    estimate = Column(repeating: 0, count: count)
    near = Column(repeating: 0, count: count)
    rises = Column(repeating: 0, count: count)
  }

  @inline(__always)
  func host(_ place: Int) -> Int { Int(hosts[place]) }
  /// The power that the rise is counted from.
  @inline(__always)
  func before(_ place: Int) -> Double { before[place] }

  mutating func removeAll() {
    for place in 0..<count { places[Int(hosts[place])] = Candidates.absent }
    count = 0
    bound[0] = Candidates.nothing
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
    segments[count] = Int(fleet.model[host]) * PowerTables.width
    count += 1
    bound[count] = Candidates.nothing
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
    bound[from] = Candidates.nothing
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
    let (sum, scale, segments, before) = (sum.start, scale.start, segments.start, before.start)
    let (bound, estimate) = (bound.start, estimate.start)
    let (origins, slopes) = (power.origins.start, power.slopes.start)
    let requests = Pair(repeating: request)
    let infinite = Pair(repeating: .infinity)
    var least = infinite
    // Two at a time; where the number is odd, nothing fits on the one behind the last.
    var place = 0
    while place < count {
      let tenths = (Candidates.pair(sum + place) + requests) * Candidates.pair(scale + place)
      let whole = Candidates.floor(tenths)
      let (one, other) = (segments[place] &+ whole.0, segments[place + 1] &+ whole.1)
      let line = Pair(origins[one], origins[other]) + Pair(slopes[one], slopes[other]) * tenths
      let fits = requests .<= Candidates.pair(bound + place)
      let value = infinite.replacing(with: line - Candidates.pair(before + place), where: fits)
      UnsafeMutableRawPointer(estimate + place).storeBytes(of: value, as: Pair.self)
      least.replace(with: value, where: value .< least)
      place &+= 2
    }
    return gatherNear(min(least[0], least[1]))
  }

  /// Notes the places near the least estimate.
  private mutating func gatherNear(_ least: Double) -> Bool {
    nearCount = 0
    guard least < .infinity else { return false }
    let (estimate, near) = (estimate.start, near.start)
    let bar = Pair(repeating: least + Candidates.slack)
    var found = 0
    var place = 0
    while place < count {
      // Every place is written and most are overwritten: cheaper than a branch that cannot be foreseen. The answers of the
      // comparison are added as numbers, since a condition would become such a branch.
      let isNear = SIMD2<Int64>.zero.replacing(with: .one, where: Candidates.pair(estimate + place) .<= bar)
      near[found] = Int32(truncatingIfNeeded: place)
      found &+= Int(isNear[0])
      near[found] = Int32(truncatingIfNeeded: place &+ 1)
      found &+= Int(isNear[1])
      place &+= 2
    }
    nearCount = found
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
    return gatherNear(estimate.least(of: count))
  }

  private typealias Pair = SIMD2<Double>

  @inline(__always)
  private static func pair(_ pointer: UnsafeMutablePointer<Double>) -> Pair {
    UnsafeRawPointer(pointer).loadUnaligned(as: Pair.self)
  }

  /// Two numbers below 16 rounded down, read from the bits of a sum: those above the 40 last hold whole numbers. One that is less
  /// than 2^-41 below a whole number may be rounded up to it, which is where two segments meet.
  @inline(__always)
  private static func floor(_ tenths: Pair) -> (Int, Int) {
    let shifted = tenths + Pair(repeating: 6144)
    return (
      Int(truncatingIfNeeded: shifted[0].bitPattern &>> 40 & 15),
      Int(truncatingIfNeeded: shifted[1].bitPattern &>> 40 & 15)
    )
  }
}
