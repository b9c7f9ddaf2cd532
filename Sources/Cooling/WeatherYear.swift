public import Quantities

/// A typical year of hourly weather at one station.
///
/// Record `k` (from 0) holds the reading at the end of hour `k + 1`, as EPW and TMY3 files stamp it; between two
/// records the air changes linearly. Hour 0 is the start of 1 January in local standard time. The year wraps
/// round, so any finite hour has weather.
public struct WeatherYear: Sendable, Hashable {
  /// One hour's reading, packed: °C, °C, Pa.
  struct Record: Hashable, Sendable {
    var dryBulb: Float
    var dewPoint: Float
    var pressure: Float
  }

  /// Hours, and so records, of a year without 29 February.
  public static let hours = 8760

  /// Where it was observed.
  public let station: WeatherStation
  let records: [Record]

  init(station: WeatherStation, records: [Record]) {
    precondition(records.count == WeatherYear.hours, "a weather year has 8 760 records")
    self.station = station
    self.records = records
  }

  /// Creates a year from 8 760 hourly samples, the first read at one o'clock on 1 January.
  public init(station: WeatherStation, samples: [WeatherSample]) {
    self.init(
      station: station,
      records: samples.map {
        Record(
          dryBulb: Float($0.dryBulb.value), dewPoint: Float($0.dewPoint.value),
          pressure: Float($0.pressure.value))
      })
  }

  /// A year of unchanging weather, for studies that want none.
  public init(constant sample: WeatherSample, station: WeatherStation) {
    self.init(station: station, samples: Array(repeating: sample, count: WeatherYear.hours))
  }

  /// The weather some hours after the start of the year (any finite number; the year repeats).
  public func sample(atHourOfYear hour: Double) -> WeatherSample {
    let hours = Double(WeatherYear.hours)
    var position = (hour - 1).truncatingRemainder(dividingBy: hours)
    if position < 0 { position += hours }
    let first = min(Int(position), WeatherYear.hours - 1)
    let second = first + 1 == WeatherYear.hours ? 0 : first + 1
    let share = position - Double(first)
    let (a, b) = (records[first], records[second])
    func between(_ start: Float, _ end: Float) -> Double {
      Double(start) + share * (Double(end) - Double(start))
    }
    return WeatherSample(
      dryBulb: Celsius(between(a.dryBulb, b.dryBulb)),
      dewPoint: Celsius(between(a.dewPoint, b.dewPoint)),
      pressure: Pascals(between(a.pressure, b.pressure)))
  }

  /// The reading of one hour, 0..<8 760.
  public func reading(_ index: Int) -> WeatherSample {
    let record = records[index]
    return WeatherSample(
      dryBulb: Celsius(Double(record.dryBulb)), dewPoint: Celsius(Double(record.dewPoint)),
      pressure: Pascals(Double(record.pressure)))
  }
}

extension WeatherYear {
  /// The mean dry bulb of the year.
  public var meanDryBulb: Celsius { Celsius(mean(\.dryBulb)) }
  /// The mean dew point of the year.
  public var meanDewPoint: Celsius { Celsius(mean(\.dewPoint)) }
  /// The mean station pressure of the year.
  public var meanPressure: Pascals { Pascals(mean(\.pressure)) }

  /// Hours of the year with a dry bulb at or below a temperature: one cell of a bin table.
  public func hours(dryBulbAtMost limit: Celsius) -> Int {
    // Compared in the precision of the store, so that a limit a file holds exactly counts as reached.
    let packed = Float(limit.value)
    return records.count { $0.dryBulb <= packed }
  }

  private func mean(_ value: KeyPath<Record, Float>) -> Double {
    var sum = 0.0
    for record in records { sum += Double(record[keyPath: value]) }
    return sum / Double(records.count)
  }
}
