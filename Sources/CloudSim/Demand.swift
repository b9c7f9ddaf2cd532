/// What the guests ask for at the moment, in MIPS.
///
/// ```
/// r = (d_i + (d_j - d_i) / 300 (t - 300 i)) rate     i = floor(t / 300), j = i + 1
/// ```
/// d a sample as a share. The sample after the last is the last.
struct Demand: ~Copyable {
  /// The request of each guest at the last evaluation.
  let request: Column<Double>
  /// The request of each guest when fully used.
  let rate: Column<Double>
  private let earlier: Column<Double>
  private let slope: Column<Double>
  private let percents: [UInt8]
  private let shares: Column<Double>
  private let samples: Int
  private var sample = 0
  private var elapsed = 0.0

  /// - Parameter unitsInLastPlace: how many representable numbers each share is moved, 0 left alone.
  init(_ traces: GuestTraces, rates: [Double], dividesByHundred: Bool, unitsInLastPlace: Int) {
    let count = traces.count
    request = Column(repeating: 0, count: count)
    earlier = Column(repeating: 0, count: count)
    slope = Column(repeating: 0, count: count)
    rate = Column(rates)
    percents = traces.percents
    samples = traces.samples
    shares = Column(
      (0...100).map { percent in
        guard percent > 0 else { return 0 }
        let share = dividesByHundred ? Double(percent) / 100 : Double(percent) * 0.01
        return Double(bitPattern: share.bitPattern &+ UInt64(bitPattern: Int64(unitsInLastPlace)))
      })
  }

  /// Takes up the five minutes after a sample.
  mutating func enter(sample: Int) {
    self.sample = sample
    let from = min(sample, samples - 1)
    let to = min(sample + 1, samples - 1)
    let (shares, earlier, slope) = (shares.start, earlier.start, slope.start)
    percents.withUnsafeBufferPointer { percents in
      for guest in 0..<request.count {
        let before = shares[Int(percents[guest &* samples &+ from])]
        let after = shares[Int(percents[guest &* samples &+ to])]
        earlier[guest] = before
        slope[guest] = (after - before) / 300
      }
    }
  }

  /// Evaluates all requests at a time within the five minutes.
  mutating func evaluate(at time: Double) {
    elapsed = time - Double(sample * 300)
    let (earlier, slope, rate, elapsed) = (earlier.start, slope.start, rate.start, elapsed)
    let requests = request.start
    for guest in 0..<request.count {
      requests[guest] = (earlier[guest] + slope[guest] * elapsed) * rate[guest]
    }
  }

  /// What a guest asks for as a share of its core.
  func utilization(_ guest: Int) -> Double { earlier[guest] + slope[guest] * elapsed }
}
