import Foundation
import Placement

// Measures the speeds that docs/performance.md records, one line per case; with --json, an array of objects.
// Words among the arguments choose the groups of cases: engine, trace, facility, consolidation, operation, placement,
// rules, contract, plans, program. Only by name: rules-low, placement-large and other parts of
// placement, and vectorpack-new-low, -normal and so on over whole published sets.

let arguments = Array(CommandLine.arguments.dropFirst())
let groups: [(name: String, run: () -> [Measurement])] = [
  ("engine", EngineCases.run), ("trace", TraceCases.run),
  ("facility", FacilityCases.run), ("consolidation", ConsolidationCases.run),
  ("operation", OperationCases.run), ("placement", PlacementCases.run),
  ("rules", { ConstrainedCases.run(.normal) }),
  ("contract", ContractCases.run),
  ("plans", MigrationCases.run),
  ("program", ProgramCases.run),
]
let wanted = arguments.filter { !$0.hasPrefix("--") }
let asJSON = arguments.contains("--json")
let named =
  groups + [("rules-low", { ConstrainedCases.run(.low) })] + PlacementCases.parts + PackingCases.wholeSets
if let unknown = wanted.first(where: { word in !named.contains { $0.name == word } }) {
  FileHandle.standardError.write(
    Data(
      "unknown group '\(unknown)'; there are \(named.map(\.name).joined(separator: ", "))\n"
        .utf8
    ))
  exit(64)
}

var measurements: [Measurement] = []
for group in wanted.isEmpty ? groups : named.filter({ wanted.contains($0.name) }) {
  for measurement in group.run() {
    if !asJSON { print(measurement.line) }
    measurements.append(measurement)
  }
}
if asJSON {
  let data = try JSONSerialization.data(
    withJSONObject: measurements.map(\.json), options: [.prettyPrinted, .sortedKeys])
  print(String(decoding: data, as: UTF8.self))
}
