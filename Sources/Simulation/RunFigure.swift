import Power
import Quantities

/// A figure of a run by its name, for tables that take whatever there is: one line here is all that a new one needs.
public struct RunFigure: Sendable, Hashable {
  /// The name in results files: `utility-outages`.
  public let name: String
  /// The name for people.
  public let title: String
  /// The unit; empty for a count.
  public let unit: String
  /// The figure.
  public let value: Double
}

extension RunSummary {
  /// What the plant went through, and what power caps did, in reporting order; without what never happened.
  public var figures: [RunFigure] {
    func count(_ name: String, _ title: String, _ value: Int) -> RunFigure {
      RunFigure(name: name, title: title, unit: "", value: Double(value))
    }
    let plant = [
      count("utility-outages", "outages of the utility", counts.utilityOutages),
      count("generator-failures", "times the generator did not start", counts.generatorFailures),
      count("blackouts", "times the battery was empty", counts.blackouts),
      count("cooling-stops", "times cooling stopped for want of power", counts.coolingStops),
      count("cooling-unit-failures", "failures of cooling units", counts.coolingUnitFailures),
      count("rack-shutdowns", "racks shut down by heat", counts.rackShutdowns),
      count("worst-plant-blast", "guests down by one loss of power or cooling", counts.worstPlantBlast),
      RunFigure(
        name: "generator-energy", title: "energy from the generator", unit: "kWh",
        value: generatorEnergy.kilowattHours),
      RunFigure(
        name: "generator-fuel", title: "fuel of the generator", unit: "l", value: generatorFuel.value),
    ]
    let capped = [
      count("server-cap-samples", "samples in which a server was capped", caps.samples(.server)),
      count("enclosure-cap-samples", "samples in which an enclosure was capped", caps.samples(.enclosure)),
      count("rack-cap-samples", "samples in which a rack was capped", caps.samples(.rack)),
      count("circuit-cap-samples", "samples in which a circuit was capped", caps.samples(.circuit)),
      RunFigure(
        name: "worst-cap", title: "power held back by caps", unit: "kW", value: caps.mostHeldBack.kilowatts),
      RunFigure(
        name: "cap-overshoot", title: "energy above caps until they acted", unit: "kWh",
        value: caps.overshoot.kilowattHours),
    ]
    return [plant, capped].flatMap { group in group.contains { $0.value > 0 } ? group : [] }
  }
}
