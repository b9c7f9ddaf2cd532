import Documents
import Quantities
import Workload

/// A table of recorded demand: a row for each guest, with its name in the first field or not, then one whole per cent of
/// the reference machine for each sample.
enum TraceTable {
  /// The name of the format in scenario files.
  static let format = "percent-csv"

  /// The series in order of rows; nil, after complaints, when there is none or one cannot be read.
  static func series(
    of file: SourceFile, interval: Seconds, into diagnostics: Diagnostics
  ) -> [DemandSeries]? {
    let complaints = Diagnostics()
    defer { complaints.all.forEach(diagnostics.add) }
    var series: [DemandSeries] = []
    var firstSample: Int?
    for row in CSVReader(file, into: complaints, hasHeader: false) {
      let first = firstSample ?? (Int(row.text(0)) == nil ? 1 : 0)
      firstSample = first
      var samples: [UInt8] = []
      samples.reserveCapacity(row.count)
      guard row.appendIntegers(from: first, in: 0...100, to: &samples) else { continue }
      do throws(DemandProblem) {
        series.append(try DemandSeries(samples: samples, interval: interval, scale: .percent))
      } catch {
        complaints.error(at: row.place(0), error.message, help: error.help)
      }
    }
    if series.isEmpty, !complaints.hasErrors {
      complaints.error(
        at: Place(file: file), "the table is empty", help: "write a row of whole per cents for each guest")
    }
    return complaints.hasErrors ? nil : series
  }
}
