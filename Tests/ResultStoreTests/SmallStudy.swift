import EventEngine
import Foundation
import GRDB
import Quantities
import ResultStore
import Scenario
import Study
import Synchronization
import TestScenarios

/// A study of two layouts in which machines fail, small enough to be run for every suite.
enum SmallStudy {
  static let source = StudySource(
    text: "bladesim: 1\ntitle: A tiny study\n",
    inputs: [StudyInput(name: "mail.csv", contents: "1,2,3\n".utf8)], version: "1.0")

  static func result(days: Double = 3, seed: UInt64 = 1, replications: Int = 3) throws -> StudyResult {
    var scenario = try TinyStudy.scenario(
      days: days,
      layouts: [
        TinyStudy.dedicated(TinyStudy.stormy()), TinyStudy.virtualized(TinyStudy.stormy(), spare: .enclosure),
      ],
      seed: seed, replications: replications)
    scenario.site.disaster = Disaster()
    scenario.layouts[0].recovery = RecoveryPlan(method: .rebuild)
    scenario.project = try TinyStudy.project(failure: Fraction(percent: 20))
    scenario.gates = [
      try Gate("savings(virtualized).servers >= 20 %"), try Gate("value(virtualized).racks <= 0"),
    ]
    return try StudyRun(scenario, threads: 2).result()
  }

  /// A study that several tests share.
  static let shared = Result { try result() }

  /// Works in a folder of its own, which is gone afterwards.
  static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  /// Asks a file as any other program would.
  static func rows(_ path: String, _ sql: String) throws -> [Row] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { try Row.fetchAll($0, sql: sql) }
  }

  /// Takes away what came with versions 3 to 6.
  static let withoutVersion3 = """
    \(withoutVersion6)
    ALTER TABLE run DROP COLUMN work_capped; ALTER TABLE group_result DROP COLUMN work_capped;
    DROP VIEW v_technique; DROP VIEW v_technique_guest; DROP TABLE technique_guest; DROP TABLE technique_fact;
    DROP VIEW v_recovery; DROP TABLE recovery; DROP TABLE hour_activity;
    DROP VIEW v_project; DROP VIEW v_milestone; DROP VIEW v_project_bar; DROP VIEW v_project_day;
    DROP VIEW v_project_task; DROP TABLE project; DROP TABLE milestone; DROP TABLE project_binding;
    DROP TABLE project_bar; DROP TABLE project_day; DROP TABLE project_task;
    DROP VIEW v_pool; DROP TABLE pool_guest; DROP TABLE host_pool; ALTER TABLE host DROP COLUMN pool;
    DROP VIEW v_feed; DROP VIEW v_rating; DROP VIEW v_facility;
    DROP TABLE feed; DROP TABLE phase; DROP TABLE rating; DROP TABLE facility; DROP TABLE run_figure; DROP TABLE impact;
    DROP VIEW v_events; ALTER TABLE event DROP COLUMN rack; CREATE VIEW v_events AS SELECT event FROM event;

    """

  /// Takes away what came with version 6; of the view before only the name matters.
  static let withoutVersion6 = """
    DROP VIEW v_rack; ALTER TABLE rack DROP COLUMN mean_watts; ALTER TABLE rack DROP COLUMN peak_watts;
    ALTER TABLE rack DROP COLUMN mean_intake_celsius; ALTER TABLE rack DROP COLUMN peak_intake_celsius;
    CREATE VIEW v_rack AS SELECT rack FROM rack;

    """

  static func dropVersion3(from layout: inout StoredLayout) {
    for rack in layout.racks.indices { layout.racks[rack].air = nil }
    layout.facility = nil
    layout.ratings = []
    layout.feeds = []
    layout.phases = []
    layout.impacts = []
    layout.recoveries = []
    layout.pools = []
    layout.memberships = []
  }

  static func number(_ path: String, _ sql: String) throws -> Double? {
    try rows(path, sql).first.flatMap { $0[0] }
  }
}
