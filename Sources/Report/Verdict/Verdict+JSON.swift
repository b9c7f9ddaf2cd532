import Quantities
import ResultStore

extension Verdict {
  /// The name and version of the form of ``json``. A later version may add members, and takes none away.
  public static let schema = "bladesim-verdict-1"

  /// The verdict as JSON, with every metric in the unit that stands beside it.
  public var json: String {
    JSON.object([
      "schema": .string(Verdict.schema),
      "question": .string(study.title),
      "answer": .string(findings.answer),
      "passes": .bool(passes),
      "start": .string(study.start.description),
      "duration_seconds": .number(study.duration.value),
      "station": .string(study.station),
      "guests": .integer(study.guestCount),
      "replications": .integer(study.replications),
      "seed": .string(String(study.identity.seed)),
      "version": .string(study.identity.version),
      "scenario_sha256": .string(study.identity.scenarioHash),
      "inputs_sha256": .string(study.identity.inputsHash),
      "layouts": .array(study.layouts.map { layout($0) }),
      "techniques": .array(techniqueJSON),
      "project": project,
      "gates": .array(study.gates.map { gate($0) }),
      "sentences": .array(findings.sentences.map { .string($0) }),
    ]).text()
  }

  /// How guests move from the first layout into another; null for a study without a project. Money is in the currency of
  /// the study.
  private var project: JSON {
    guard let project = study.project else { return .null }
    func date(_ end: Seconds?) -> JSON { .optional(end.map { project.date($0).description }) }
    return .object([
      "to": .string(study.layouts[project.target].name),
      "start": .string(project.start.description),
      "end": date(project.end), "end_p50": date(project.endAt50), "end_p80": date(project.endAt80),
      "end_p95": date(project.endAt95),
      "duration_seconds": .optional(project.end?.value),
      "guests": .integer(project.guests),
      "most_guests_at_risk": .integer(project.days.map(\.atRisk).max() ?? 0),
      "watts_before": .optional(project.days.first?.power.value),
      "most_watts": .optional(project.days.map(\.power.value).max()),
      "watts_after": .optional(project.days.last?.power.value),
      "surplus_joules": .number(project.surplus.value),
      "work_cost": .number(project.workCost.amount),
      "fees_cost": .number(project.feesCost.amount),
      "electricity_cost": .number(project.electricityCost.amount),
      "running_cost": .number(project.runningCost.amount),
      "moving_cost": .number(project.movingCost.amount),
      "equipment_cost": .number(project.equipmentCost.amount),
      "payback_years": project.paybackYears.map { estimate($0) } ?? .null,
      "milestones": .array(
        project.milestones.map { milestone in
          .object(["name": .string(milestone.name), "date": date(milestone.time)])
        }),
    ])
  }

  private func layout(_ layout: StoredLayout) -> JSON {
    let reach = FailureReach(layout)
    return .object([
      "name": .string(layout.name),
      "server": .string(layout.server),
      "enclosure": .optional(layout.enclosure?.title),
      "technique": .string(layout.technique),
      "rack_binding": .optional(layout.rackBinding),
      "server_binding": .optional(layout.placement.binding),
      "pools": .array(layout.pools.map(json(_:))),
      "racks_by_constraint": .object(
        layout.rackConstraints.map { JSON.Member(key: $0.name, value: .integer($0.racks)) }),
      "guests_lost_by_one_failure": .integer(reach.guests),
      "guests_lost_by_plant_seen": .integer(Findings.plantReach(of: layout)),
      "work_prevented_by_caps_share": .number(Findings.capped(in: layout).value),
      "plant": plant(of: layout),
      "overloads": .array(overloads(of: layout)),
      "recovery": recovery(of: layout),
      "metrics": .object(layout.comparisons.map { JSON.Member(key: $0.metric.rawValue, value: metric($0)) }),
      "energy_decomposition": .object([
        "saved": estimate(layout.decomposition.total),
        "saved_by_less_it_energy": estimate(layout.decomposition.equipment),
        "taken_back_by_overhead": estimate(layout.decomposition.overhead),
      ]),
    ])
  }

  /// What sized the plant, what of it is never used, and the powers that are quoted for the equipment; null for a study of
  /// an earlier version of the file.
  private func plant(of layout: StoredLayout) -> JSON {
    guard let facility = layout.facility else { return .null }
    return .object([
      "design_watts": .number(layout.plantPower.value),
      "sized_by": .string(facility.sizedBy),
      "stranded_watts": .number(facility.stranded.value),
      "rating_watts": .object(
        layout.ratings.map { JSON.Member(key: $0.kind, value: .optional($0.power?.value)) }),
    ])
  }

  /// Feeds and phases that would carry too much, racks and enclosures numbered from 0, and cooling that did not remove all
  /// heat.
  private func overloads(of layout: StoredLayout) -> [JSON] {
    layout.feeds.filter(\.isOverloaded).map { feed in
      .object([
        "part": .string(feed.part), "number": feed.number.map { .integer($0) } ?? .null,
        "basis": .string(feed.basis), "watts": .number(feed.highest.value),
        "usable_watts": .optional(feed.usable?.value),
      ])
    }
      + layout.phases.filter(\.isOverloaded).map { phases in
        .object([
          "part": .string("phase"), "number": phases.rack.map { .integer($0) } ?? .null,
          "basis": .string("planned"), "amperes": .optional(phases.currents.map(\.value).max()),
          "usable_amperes": .optional(phases.usable?.value),
        ])
      }
      + [Findings.heatLeft(in: layout)].compactMap(\.self).map { left in
        .object([
          "part": .string("cooling"), "number": .null, "basis": .string("simulated"),
          "time_share": .number(left.share.value), "unmet_joules": .number(left.heat.value),
          "unmet_share_of_it_energy": .number(left.shareOfIT.value),
        ])
      }
  }

  /// Recovery point and time, means over replications; null where the site is never lost or nobody has planned for it.
  private func recovery(of layout: StoredLayout) -> JSON {
    guard let first = layout.recoveries.first else { return .null }
    func mean(_ value: (StoredRecovery) -> Double) -> JSON { .number(Findings.mean(layout, value)) }
    func known(_ value: (StoredRecovery) -> Double?) -> JSON {
      layout.recoveries.contains { value($0) == nil } ? .null : mean { value($0) ?? 0 }
    }
    return .object([
      "method": .string(first.method),
      "guests": mean { Double($0.guests) },
      "rpo_mean_seconds": mean { $0.pointMean.value },
      "rpo_p95_seconds": mean { $0.pointPercentile95.value },
      "rpo_seconds": mean { $0.pointWorst.value },
      "rto_mean_seconds": mean { $0.timeMean.value },
      "rto_p95_seconds": mean { $0.timePercentile95.value },
      "rto_seconds": mean { $0.timeWorst.value },
      "guest_seconds_down": mean { $0.downtime.value },
      "lost_bytes": mean { $0.lost.value },
      "crew_seconds": mean { $0.labour.value },
      "backup_window_seconds": known { $0.backupWindow?.value },
      "backup_fits": layout.recoveries.contains { $0.backupFits == nil }
        ? .null : .bool(layout.recoveries.allSatisfy { $0.backupFits == true }),
      "drills": known { $0.drills.map(Double.init) },
      "drill_labour_seconds": known { $0.drillLabour?.value },
    ])
  }

  private func metric(_ comparison: StoredComparison) -> JSON {
    .object([
      "unit": .string(
        comparison.metric.unit == "currency" ? study.currency.code : comparison.metric.unit),
      "value": estimate(comparison.value),
      "saved": estimate(comparison.difference),
      "saved_share": comparison.savings.map { estimate($0) } ?? .null,
    ])
  }

  private func estimate(_ estimate: StoredEstimate) -> JSON {
    .object(["mean": .number(estimate.mean), "half_width_95": .optional(estimate.halfWidth)])
  }

  private func gate(_ gate: StoredGate) -> JSON {
    .object([
      "text": .string(gate.text),
      "holds": .bool(gate.holds),
      "limit": .number(gate.limit),
      "measured": gate.measured.map { estimate($0) } ?? .null,
    ])
  }
}
