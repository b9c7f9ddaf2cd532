import CTileKernel
import EventEngine
import Placement
import Quantities
import Workload

/// What guests and hosts have asked for at the latest samples, for those who decide by it.
///
/// ```
/// s_h(k) = own + sum over guests g of h of w_g d_g(k)        quanta, k the samples that are over
/// ```
/// The past of a host is that of the guests it has now, wherever they were then: that is what it will have to bear. The
/// samples of all guests lie in memory, so nothing is kept from one look to the next. Rows are whole numbers in doubles, one
/// host after another: a guest can be taken out and put back without a trace.
///
/// **Not modelled**: what a monitor does not see; it sees whole samples as soon as they are over, and nothing of the present
/// one.
struct DemandHistory {
  /// Quanta that fill a host.
  let capacity: Double
  /// The most samples that are looked at.
  let longest: Int
  /// The samples that are looked at: the first, and how many.
  private(set) var first = 0
  private(set) var count = 0
  /// Quanta that each host was asked for, by sample: `longest` a host, the oldest first.
  private var rows: [Double]
  /// The same of the guest that was read last.
  private(set) var guestRow: [Double]
  /// The most that guest asked for.
  private(set) var guestPeak = 0.0

  /// What the kernel is told of the guests of a host.
  private var batch: [bladesim_tile_guest] = []
  private let own: Double
  private let demands: GuestDemands
  /// The first whole sample of each guest's life.
  private let births: [Int32]

  /// - Parameters:
  ///   - plan: the guests; its memory must outlive this.
  ///   - weights: quanta of one step of each guest's samples.
  ///   - own: quanta that a running host has to do for the technique itself.
  init(
    plan: borrowing PinnedDemand, weights: [UInt32], own: Double, capacity: Double, hosts: Int, longest: Int,
    sampleMilliseconds: Int64
  ) {
    precondition((1...SeriesLibrary.longestBlock).contains(longest), "a history is read in one block")
    self.capacity = capacity
    self.own = own
    self.longest = longest
    rows = Array(repeating: 0, count: hosts * longest)
    guestRow = Array(repeating: 0, count: longest)
    demands = GuestDemands(plan, weights: weights, sampleMilliseconds: sampleMilliseconds)
    births = plan.guests.map {
      Int32(clamping: ($0.arrival.milliseconds + sampleMilliseconds - 1) / sampleMilliseconds)
    }
  }

  /// Looks at the samples that are over when so many are.
  mutating func look(after over: Int) {
    first = max(0, over - longest)
    count = over - first
  }

  /// Sums up the guests of a host.
  mutating func sum(_ guests: ArraySlice<Int32>, on host: Int) {
    var batch: [bladesim_tile_guest] = []
    swap(&batch, &self.batch)
    defer { swap(&batch, &self.batch) }
    batch.removeAll(keepingCapacity: true)
    for guest in guests where births[Int(guest)] <= Int32(first) {
      batch.append(demands.reference(to: Int(guest), from: first))
    }
    let (count, longest, own, library) = (count, longest, own, demands.library)
    rows.withUnsafeMutableBufferPointer { rows in
      guard let row = rows.baseAddress.map({ $0 + host * longest }) else { return }
      row.update(repeating: own, count: count)
      bladesim_tile_add(row, library, batch, batch.count, count)
    }
    // Those that came to be within the time looked at.
    for guest in guests where births[Int(guest)] > Int32(first) {
      read(guest)
      move(on: host, by: 1)
    }
  }

  /// Reads what a guest has asked for.
  mutating func read(_ guest: Int32) {
    let start = min(count, max(0, Int(births[Int(guest)]) - first))
    for index in 0..<start { guestRow[index] = 0 }
    for index in start..<count { guestRow[index] = demands.quanta(of: Int(guest), at: first + index) }
    guestPeak = 0
    for index in 0..<count { guestPeak = max(guestPeak, guestRow[index]) }
  }

  /// Adds the guest that was read last to a host, or takes it off with a factor of -1.
  mutating func move(on host: Int, by factor: Double) {
    for index in 0..<count { rows[host * longest + index] += factor * guestRow[index] }
  }

  /// What a host was asked for at the newest sample, in quanta.
  func latest(_ host: Int) -> Double { count == 0 ? own : rows[host * longest + count - 1] }

  /// What the guest that was read last asked for at the newest sample.
  var latestOfGuest: Double { count == 0 ? 0 : guestRow[count - 1] }

  /// Whether a host would have stayed within a limit at the newest samples with the guest that was read last.
  func fits(on host: Int, within limit: Double, samples newest: Int) -> Bool {
    for index in max(0, count - newest)..<count where rows[host * longest + index] + guestRow[index] > limit {
      return false
    }
    return true
  }

  /// How much of its full demand a guest asked for, so many samples before the newest.
  func share(of guest: Int32, back: Int) -> Fraction {
    guard first + count - 1 - back >= births[Int(guest)] else { return .zero }
    return demands.share(of: Int(guest), at: first + count - 1 - back)
  }

  /// Whether a detector calls a host overloaded, now or with the guest that was read last, were it always so much busier.
  func isOverloaded(
    _ host: Int, for detector: any OverloadDetector, withGuest: Bool = false, margin: Fraction = .zero,
    scratch: inout [Fraction]
  ) -> Bool {
    func utilization(_ index: Int) -> Fraction {
      let sum = rows[host * longest + index] + (withGuest ? guestRow[index] : 0)
      return Fraction(sum / capacity + margin.value)
    }
    guard count > 0 else { return false }
    scratch.removeAll(keepingCapacity: true)
    let needed = detector.fixedLimit == nil ? count : 1
    for back in 0..<needed { scratch.append(utilization(count - 1 - back)) }
    return detector.isOverloaded(at: scratch[0], history: scratch.span)
  }
}
