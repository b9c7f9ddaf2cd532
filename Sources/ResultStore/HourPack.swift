import Foundation
import Quantities

/// The hours of one day, packed: for each hour the components in their order and the outdoor temperature, every number
/// four bytes, IEEE single precision, lowest byte first.
///
/// A third of the space and a tenth of the time of a row per hour; the views unpack it, and so do
/// `numpy.frombuffer(hours, '<f4').reshape(-1, 13)` and ``StoredSeries``.
enum HourPack {
  /// The place of the outdoor temperature in an hour.
  static let outdoor = StoredComponent.all.count
  /// Numbers in an hour.
  static let width = outdoor + 1

  /// Hours with as many components as there are, of hours with fewer: those that came later are nothing.
  static func widened(_ hours: [UInt8], from components: Int) -> [UInt8] {
    let (old, gap) = (4 * (components + 1), 4 * (outdoor - components))
    var wide: [UInt8] = []
    wide.reserveCapacity(hours.count / old * 4 * width)
    for start in stride(from: 0, to: hours.count - old + 1, by: old) {
      wide += hours[start..<start + 4 * components]
      wide += Array(repeating: 0, count: gap)
      wide += hours[start + 4 * components..<start + old]
    }
    return wide
  }
}

/// One row of the table `day`.
struct PackedDay: Sendable, Hashable {
  let day: Int
  /// Mean watts of each component, then the mean outdoor temperature.
  let means: [Double]
  let hours: [UInt8]

  /// Packs some hours of a series.
  init(_ series: StoredSeries, day: Int) {
    let range = 24 * day..<min(series.count, 24 * (day + 1))
    self.day = day
    means = (series.watts + [series.outdoor]).map { row in
      range.reduce(0) { $0 + Double(row[$1]) } / Double(range.count)
    }
    var bits: [UInt32] = []
    bits.reserveCapacity(HourPack.width * range.count)
    for hour in range {
      for row in series.watts { bits.append(row[hour].bitPattern.littleEndian) }
      bits.append(series.outdoor[hour].bitPattern.littleEndian)
    }
    hours = bits.withUnsafeBytes { Array($0) }
  }

  /// All days of a series.
  static func days(of series: StoredSeries) -> [PackedDay] {
    (0..<(series.count + 23) / 24).map { PackedDay(series, day: $0) }
  }
}

extension PackedDay: TableRow {
  static let table = "day"

  func write(into row: inout RowValues) {
    row.add(day)
    for mean in means { row.add(mean) }
    row.add(hours)
  }

  /// Reads a day, of a file of an earlier version with fewer components too.
  init(from row: inout RowReader) {
    day = row.integer()
    let components = row.remaining - 2
    let power = (0..<components).map { _ in row.number() }
    means = power + Array(repeating: 0, count: HourPack.outdoor - components) + [row.number()]
    let packed = [UInt8](row.bytes())
    hours = components < HourPack.outdoor ? HourPack.widened(packed, from: components) : packed
  }
}

extension StoredSeries {
  /// Unpacks days in their order.
  init(_ days: [PackedDay]) {
    var rows = [[Float]](repeating: [], count: HourPack.width)
    for day in days {
      day.hours.withUnsafeBytes { bytes in
        for number in 0..<bytes.count / 4 {
          let bits = bytes.loadUnaligned(fromByteOffset: 4 * number, as: UInt32.self)
          rows[number % HourPack.width].append(Float(bitPattern: UInt32(littleEndian: bits)))
        }
      }
    }
    self.init(watts: Array(rows.dropLast()), outdoor: rows[HourPack.outdoor])
  }
}
