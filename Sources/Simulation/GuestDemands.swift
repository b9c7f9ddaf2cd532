import CTileKernel
import Quantities
import Workload

/// What each guest asks of its host, in whole quanta: where its samples lie in pinned memory, and its weight.
struct GuestDemands {
  /// Length of a sample in milliseconds.
  let sampleMilliseconds: Int64
  private let places: [Place]
  private let spans: [SeriesLibrary.Span]
  private let samples: UnsafeBufferPointer<UInt8>
  private let sumsBefore: UnsafeBufferPointer<UInt64>

  /// Where the demand of a guest is read, and its weight in quanta.
  private struct Place {
    var series: Int32
    var offset: Int32
    var weight: UInt32
  }

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - plan: the guests; its memory must outlive the reader.
  ///   - weights: quanta of one step of each guest's samples, at most 65 535.
  init(_ plan: borrowing PinnedDemand, weights: [UInt32], sampleMilliseconds: Int64) {
    self.sampleMilliseconds = sampleMilliseconds
    spans = plan.spans
    samples = plan.samples
    sumsBefore = plan.sumsBefore
    places = zip(plan.guests, weights).map {
      Place(series: $0.series.index, offset: Int32($0.offset), weight: $1)
    }
  }

  /// How many guests there are.
  var count: Int { places.count }
  /// The library of samples, for kernels.
  var library: UnsafePointer<UInt8>? { samples.baseAddress }

  /// A guest's samples from one on, for kernels.
  func reference(to guest: Int, from sample: Int) -> bladesim_tile_guest {
    bladesim_tile_guest(first: UInt64(place(of: guest, at: sample)), weight: places[guest].weight, padding: 0)
  }

  /// Quanta that a guest asks for in a sample.
  func quanta(of guest: Int, at sample: Int) -> Double {
    Double(places[guest].weight) * Double(samples[place(of: guest, at: sample)])
  }

  /// How much of its full demand a guest asks for in a sample.
  func share(of guest: Int, at sample: Int) -> Fraction {
    let scale = spans[Int(places[guest].series)].scale
    return Fraction(Double(samples[place(of: guest, at: sample)]) / Double(scale.fullScale))
  }

  /// Quanta-samples that a guest asks for in some samples, at most a block of the library.
  func quanta(of guest: Int, from sample: Int, length: Int) -> Double {
    let at = place(of: guest, at: sample)
    return Double(places[guest].weight) * Double(sumsBefore[at + length] - sumsBefore[at])
  }

  /// Quanta-samples that a guest asks for between two instants, in milliseconds since the start.
  func quanta(of guest: Int, from start: Int64, until end: Int64) -> Double {
    guard end > start else { return 0 }
    let (first, startPart) = start.quotientAndRemainder(dividingBy: sampleMilliseconds)
    let (last, endPart) = end.quotientAndRemainder(dividingBy: sampleMilliseconds)
    func step(_ sample: Int64) -> Double { Double(samples[place(of: guest, at: Int(sample))]) }
    var steps = Double(stepsBefore(Int(last), of: guest) - stepsBefore(Int(first), of: guest))
    steps -= step(first) * Double(startPart) / Double(sampleMilliseconds)
    if endPart > 0 { steps += step(last) * Double(endPart) / Double(sampleMilliseconds) }
    return steps * Double(places[guest].weight)
  }

  private func place(of guest: Int, at sample: Int) -> Int {
    let place = places[guest]
    return spans[Int(place.series)].place(atSample: sample, offset: Int(place.offset))
  }

  /// The steps of all samples of a guest before one, counted through repetitions.
  private func stepsBefore(_ sample: Int, of guest: Int) -> UInt64 {
    let span = spans[Int(places[guest].series)]
    let (rounds, phase) = (sample + Int(places[guest].offset)).quotientAndRemainder(dividingBy: span.length)
    let whole = sumsBefore[span.start + span.length] - sumsBefore[span.start]
    return UInt64(rounds) * whole + (sumsBefore[span.start + phase] - sumsBefore[span.start])
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
