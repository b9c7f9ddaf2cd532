import Power
public import Quantities

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

extension RunCounts {
  /// From the wish for a guest until it runs, mean over guests; zero for none.
  public var meanProvisioning: Seconds {
    Seconds(provisioned == 0 ? 0 : Double(provisioningMilliseconds) / 1000 / Double(provisioned))
  }

  /// From the wish for a guest until there is room for it, mean over guests that came to run; zero for none.
  public var meanWaiting: Seconds {
    Seconds(provisioned == 0 ? 0 : Double(queuedMilliseconds) / 1000 / Double(provisioned))
  }
}

extension RunSummary {
  /// Further figures in reporting order: guests that were asked for, migrations and planned work, what the plant went
  /// through, components, power caps, contention; each part only if something of it happened.
  public var figures: [RunFigure] {
    func count(_ name: String, _ title: String, _ value: Int) -> RunFigure {
      RunFigure(name: name, title: title, unit: "", value: Double(value))
    }
    let requests = [
      count("requests", "guests asked for", counts.arrivals),
      count("provisioned", "of these, guests that came to run", counts.provisioned),
      RunFigure(
        name: "provisioning-mean", title: "from request to running, mean", unit: "h",
        value: counts.meanProvisioning.hours),
      RunFigure(
        name: "provisioning-p95", title: "from request to running, 95 %", unit: "h",
        value: Double(counts.provisioningPercentile95) / 3.6e6),
      count("queued", "guests that waited for room first", counts.queued),
      RunFigure(
        name: "provisioning-queue", title: "waiting for room, mean over all that came to run", unit: "h",
        value: counts.meanWaiting.hours),
      count("reclaimed", "idle guests removed", counts.reclaimed),
    ]
    let operations = [
      count("migrations", "migrations of running guests", counts.migrations),
      count("aborted-migrations", "migrations given up", counts.abortedMigrations),
      RunFigure(
        name: "migration-time", title: "time of migrations", unit: "h",
        value: Double(counts.migrationMilliseconds) / 3.6e6),
      RunFigure(
        name: "migration-downtime", title: "time guests were stopped by migrations", unit: "s",
        value: Double(counts.migrationDowntime) / 1000),
      RunFigure(
        name: "migrated", title: "memory copied", unit: "GiB", value: counts.migratedBytes / 0x1p30),
      count("services", "servers that planned work was done on", counts.services),
      count(
        "impatient-services", "of these, with guests that had to be shut down", counts.impatientServices),
    ]
    let plant = [
      count("utility-outages", "outages of the utility", counts.utilityOutages),
      count("generator-failures", "times the generator did not start", counts.generatorFailures),
      count("blackouts", "times the battery was empty", counts.blackouts),
      count("cooling-stops", "times cooling stopped for want of power", counts.coolingStops),
      count("cooling-unit-failures", "failures of cooling units", counts.coolingUnitFailures),
      count("rack-shutdowns", "racks shut down by heat", counts.rackShutdowns),
      RunFigure(
        name: "shortest-trip", title: "time from heat that stays until a rack shuts down", unit: "s",
        value: counts.shortestTrip?.value ?? 0),
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
    let components = [
      count("component-failures", "units of components that failed", counts.componentFailures),
      count("component-outages", "times too few of a component were left", counts.componentOutages),
      count("worst-component-blast", "guests down by one group of components", counts.worstComponentBlast),
    ]
    func percent(_ name: String, _ title: String, _ share: Fraction) -> RunFigure {
      RunFigure(name: name, title: title, unit: "%", value: share.percent)
    }
    let consolidation = [
      count("consolidation-rounds", "rounds of consolidation", counts.rounds),
      count("overloaded-hosts", "overloaded servers found, summed over rounds", counts.overloads),
      count("emptied-hosts", "servers that rounds set out to empty", counts.emptied),
      count("switched-off", "servers switched off for want of guests", counts.switchedOff),
      count("switched-on", "servers switched on for want of room", counts.switchedOn),
      RunFigure(
        name: "boot-energy", title: "energy of boots", unit: "kWh", value: service.bootEnergy.kilowattHours),
      RunFigure(
        name: "off-energy", title: "energy of servers that were off", unit: "kWh",
        value: service.offEnergy.kilowattHours),
      RunFigure(name: "mean-hosts", title: "servers that ran, mean", unit: "", value: service.meanHosts),
    ]
    let quality = [
      percent("otf", "time servers were asked for more than they have (OTF)", service.overloadTime),
      percent("slatah", "the same, mean over servers (SLATAH)", service.violationTime),
      percent("pdm", "performance that migrations are taken to cost (PDM)", service.migrationLoss),
      percent("slav", "SLATAH times PDM (SLAV)", service.violation),
      RunFigure(
        name: "esv", title: "energy times SLAV (ESV)", unit: "kWh %",
        value: itEnergy.kilowattHours * service.violation.percent),
      percent("migration-stops", "work lost while migrations stopped guests", service.stopped),
      RunFigure(
        name: "contention-p95", title: "time on overfull servers, 95 % of guests", unit: "min",
        value: service.contention95.value / 60),
      RunFigure(
        name: "contention-p99", title: "time on overfull servers, 99 % of guests", unit: "min",
        value: service.contention99.value / 60),
    ]
    // How many ran is told where some are switched off; how well guests were served where they move or wait.
    let switching = counts.rounds + counts.switchedOff > 0 ? consolidation : []
    return [requests, operations, plant, components, capped, switching, quality].flatMap { part in
      part.contains { $0.value > 0 } ? part : []
    } + contentionFigures
  }
}
