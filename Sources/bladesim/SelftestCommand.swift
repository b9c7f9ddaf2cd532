import ArgumentParser
import Cooling
import Documents
import Economics
import Foundation
import Power
import Quantities
import Scenario
import ScenarioFile
import Simulation
import Study

/// `selftest`: proves on this machine that the program computes what it should.
struct SelftestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selftest",
    abstract: "Check published values, closed ledgers and determinism on this machine, in about a second.")

  @Flag(help: "Print JSON.") var json = false

  /// One check.
  private struct Check {
    let name: String
    let holds: Bool
    let detail: String
  }

  func run() throws {
    var checks = publishedValues()
    checks += simulation()
    if json {
      Terminal.output(
        .array(
          checks.map {
            .object([
              .init("check", .string($0.name)), .init("holds", .boolean($0.holds)),
              .init("detail", .string($0.detail)),
            ])
          }))
    } else {
      Terminal.output(
        TextTable(
          rows: checks.map { [$0.holds ? "ok" : "FAILED", $0.name, $0.detail] },
          alignments: [.left, .left, .left]
        ).text)
    }
    guard checks.allSatisfy(\.holds) else { throw Exit.internalError }
  }

  private func publishedValues() -> [Check] {
    func check(_ name: String, _ found: Double, _ expected: Double, within tolerance: Double) -> Check {
      Check(
        name: name, holds: abs(found - expected) <= tolerance * abs(expected),
        detail: "\(DecimalText.rounded(found, decimals: 6)), expected \(DecimalText.exact(expected))")
    }
    var checks = [
      check(
        "capital recovery, 7 % over 15 years",
        CapitalRecovery(rate: Fraction(percent: 7), life: Seconds(days: 5475)).factor.value,
        0.109795, within: 1e-5),
      check(
        "saturation pressure of water at 25 degC", Psychrometrics.saturationPressure(at: Celsius(25)).value,
        3169.22, within: 3e-3),
      check("COP by Moore et al. at 15 degC", MooreCOP.cop(supply: Celsius(15)).value, 2.0, within: 1e-6),
    ]
    let points = [58.4, 98, 109, 118, 128, 140, 153, 170, 189, 205, 222].map { Watts($0) }
    if let curve = try? PowerCurve(measured: points) {
      checks.append(
        check("SPECpower curve at 87 % load", curve.draw(at: Fraction(0.87)).value, 200.2, within: 1e-9))
    }
    return checks
  }

  /// The starter scenario, simulated twice: its ledgers close or the run fails, and both runs are the same.
  private func simulation() -> [Check] {
    let file = SourceFile(name: "starter", text: StarterScenario.text)
    let outcome = ScenarioFile.load(file, resources: FolderResources(folder: "."))
    guard var scenario = outcome.scenario else {
      return [Check(name: "starter scenario", holds: false, detail: "it is not valid")]
    }
    scenario.replications = 2
    var summaries: [[RunSummary]] = []
    do {
      for threads in [1, 2] {
        let result = try StudyRun(scenario, threads: threads).result()
        summaries.append(result.layouts.flatMap(\.runs))
      }
    } catch {
      return [Check(name: "ledgers of energy, work and guests close", holds: false, detail: "\(error)")]
    }
    let runs = summaries[0].count
    return [
      Check(
        name: "ledgers of energy, work and guests close", holds: true,
        detail: "\(runs) runs of \(scenario.horizon.sampleCount) samples"),
      Check(
        name: "same result on one thread and on two", holds: summaries[0] == summaries[1],
        detail: "\(runs) runs"),
    ]
  }
}
