import CloudSim
import Documents
import Placement
import Quantities
import TestSupport
import Testing

/// The traces of a day, and ways to run them.
enum PlanetLab {
  /// Traces of 3 March 2011.
  static let march3 = Result { try day("20110303") }

  private static func day(_ name: String) throws -> GuestTraces {
    let bytes = Array(try ReferenceData.data("planetlab/\(name).csv.gz"))
    let file = SourceFile(name: name, bytes: try Gzip.decompress(bytes))
    var names: [String] = []
    var percents: [UInt8] = []
    let diagnostics = Diagnostics()
    for row in CSVReader(file, into: diagnostics, hasHeader: false) {
      names.append(row.text(0))
      #expect(row.appendIntegers(from: 1, in: 0...100, to: &percents))
    }
    return try GuestTraces(names: names, percents: percents)
  }

  /// A policy by its abbreviation: npa, dvfs or a detector's.
  static func policy(
    _ name: String, parameter: Double? = nil, selection: String = "mmt", quirks: QuirkSet = .all
  ) throws -> Experiment.Policy {
    switch name {
    case "npa": return .noPowerManagement
    case "dvfs": return .frequencyScaling
    default:
      let weights: RegressionWeights = quirks.has(.unweightedRegression) ? .none : .tricube
      let detector = try #require(DetectorCatalog.entry(named: name))
        .detector(parameter: parameter, weights: weights)
      let selection = try #require(SelectionCatalog.entry(named: selection)).selection
      return .consolidation(.init(detector: detector, selection: selection))
    }
  }

  /// Runs the day with some quirks off.
  static func run(_ name: String, without quirks: Quirk...) throws -> Outcome {
    let on = quirks.reduce(QuirkSet.all) { $0.without($1) }
    var experiment = Experiment(try policy(name, quirks: on))
    experiment.quirks = on
    return try experiment.run(try march3.get(), using: SeededGenerator(seed: 1))
  }
}

/// A number as C prints it with some decimals.
func printed(_ value: Double?, _ decimals: Int) -> String {
  value.map { DecimalText.rounded($0, decimals: decimals) } ?? "NaN"
}
