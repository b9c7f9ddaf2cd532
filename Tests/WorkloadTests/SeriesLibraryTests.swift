import Quantities
import TestSupport
import Testing
import Workload

@Suite("Library of series")
struct SeriesLibraryTests {
  @Test func `blocks read by pointer equal the series read sample by sample`() throws {
    var generator = SeededGenerator(seed: 31)
    var library = SeriesLibrary(interval: Seconds(300))
    var originals: [DemandSeries] = []
    for length in [1, 7, 168, 288, 319, 320, 321, 2016] {
      let samples = (0..<length).map { _ in UInt8.random(in: 0...100, using: &generator) }
      let series = try DemandSeries(samples: samples, interval: Seconds(300), scale: .percent)
      #expect(library.add(series).index == Int32(originals.count))
      originals.append(series)
    }
    library.withUnsafeSamples { block in
      for (index, original) in originals.enumerated() {
        let span = library.span(of: SeriesID(Int32(index)))
        for _ in 0..<200 {
          let sample = Int.random(in: 0...1_000_000, using: &generator)
          let offset = Int.random(in: 0...5_000, using: &generator)
          let place = span.place(atSample: sample, offset: offset)
          for step in 0..<SeriesLibrary.longestBlock {
            let expected = original.samples[(sample + offset + step) % original.samples.count]
            guard block[place + step] == expected else {
              Issue.record("series \(index), sample \(sample), offset \(offset), step \(step)")
              return
            }
          }
        }
      }
    }
  }

  @Test func `the last phase of every series has a whole margin of vectors behind it`() throws {
    var library = SeriesLibrary(interval: Seconds(300))
    let series = try DemandSeries(percents: Array(repeating: 5, count: 288), interval: Seconds(300))
    let id = library.add(series)
    let end = library.withUnsafeSamples { $0.count }
    let last = library.span(of: id).place(atSample: 287, offset: 0)
    #expect(end - last > SeriesLibrary.longestBlock && SeriesLibrary.margin % 64 == 0)
    #expect(last + (SeriesLibrary.longestBlock + 63) / 64 * 64 <= end)
  }

  @Test func `a series comes back as it went in`() throws {
    var library = SeriesLibrary(interval: Seconds(300))
    let first = try DemandSeries(percents: [1, 2, 3], interval: Seconds(300))
    let second = try DemandSeries(samples: [255, 0], interval: Seconds(300), scale: .peak)
    let ids = [library.add(first), library.add(second)]
    #expect(ids.map { library.series($0) } == [first, second])
    #expect(library.count == 2)
  }
}
