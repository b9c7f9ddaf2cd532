import CTileKernel
import EventEngine
import Power
import Quantities

/// Steady trace evaluation: guests through host sums to watts, with a weight per guest and any placement.
enum TraceCases {
  static func run() -> [Measurement] {
    [hosts(guests: 200_000, series: 3000, perHost: 20), hosts(guests: 1_000_000, series: 3000, perHost: 20)]
  }

  private static func hosts(guests: Int, series: Int, perHost: Int) -> Measurement {
    let length = 2016
    let margin = 320
    let tile = 256
    var stream = RandomStream(seed: 1, name: "traces")
    let samples = (0..<series * (length + margin)).map { _ in UInt8(truncatingIfNeeded: stream.next()) }
    let places = (0..<guests).map { _ in
      let row = Int(stream.next() % UInt64(series)) * (length + margin)
      return bladesim_tile_guest(
        first: UInt64(row) + stream.next() % UInt64(length), weight: UInt32(stream.next() % 65_536),
        padding: 0)
    }
    let curve = [Double](repeating: 0, count: 11).indices.map { 100 + 10 * Double($0) }
    let slope = Array(repeating: 10.0, count: 10) + [0]
    let none = [Double](repeating: 0, count: 11)
    var sums = [Double](repeating: 0, count: tile)
    var watts = sums
    var loss = sums
    var energy = 0.0
    let seconds = ProcessorClock.least(of: 5) {
      curve.withUnsafeBufferPointer { base in
        slope.withUnsafeBufferPointer { slope in
          none.withUnsafeBufferPointer { none in
            var kernel = bladesim_host_curve(
              base: base.baseAddress, slope: slope.baseAddress, loss_base: none.baseAddress,
              loss_slope: none.baseAddress, segments: 10, padding: 0, capacity: 65_535.0 * 255 * 12)
            for host in 0..<guests / perHost {
              for index in sums.indices { sums[index] = 0 }
              places[(host * perHost)..<((host + 1) * perHost)].withUnsafeBufferPointer { guests in
                bladesim_tile_add(&sums, samples, guests.baseAddress, perHost, tile)
              }
              energy += bladesim_host_draw(&watts, &loss, sums, &kernel, tile, 1).watts
            }
          }
        }
      }
    }
    let speed = Double(guests * tile) / seconds / 1e9
    return Measurement(
      name: "trace to watts, \(guests) guests on \(guests / perHost) hosts", value: speed,
      unit: "G guest-samples/s", target: "at least 2 (1 without AVX2)", isMet: speed >= 2,
      note: energy > 0 ? nil : "NO ENERGY")
  }
}
