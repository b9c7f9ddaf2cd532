import Foundation
import TestSupport
import Testing

@Suite("Command cloudsim")
struct CloudSimCommandTests {
  private let folder: Program.Folder

  init() throws {
    folder = try Program.Folder()
    var generator = SeededGenerator(seed: 3)
    var rows: [[Int]] = []
    for _ in 0..<24 { rows.append((0..<16).map { _ in Int.random(in: 1...90, using: &generator) }) }
    let table = rows.enumerated().map { "guest-\($0 + 10)," + $1.map(String.init).joined(separator: ",") }
    try folder.write(table.joined(separator: "\n") + "\n", to: "traces.csv")
    for (index, row) in rows.enumerated() {
      try folder.write(row.map { "\($0)\n" }.joined(), to: "traces/guest-\(index + 10)")
    }
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["cloudsim"] + arguments, in: folder)
  }

  private func object(_ arguments: String...) throws -> [String: Any] {
    let outcome = try Program.run(["cloudsim"] + arguments + ["--json"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `the measures are printed in CloudSim's words`() throws {
    let outcome = try run("traces.csv", "--hosts", "20", "--detector", "iqr", "--selection", "mu")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    for word in ["energy", "VM migrations", "SLA time per active host", "host shutdowns"] {
      #expect(outcome.output.contains(word))
    }
    for line in outcome.output.split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test func `a table and a folder of files are the same traces`() throws {
    let table = try run("traces.csv", "--hosts", "20", "--rounds")
    #expect(table.status == 0)
    #expect(table.output.split(separator: "\n").count == 15)
    #expect(table.output.hasPrefix("300.1 "))
    #expect(try run("traces", "--hosts", "20", "--rounds").output == table.output)
  }

  @Test func `JSON has the setup, the measures and the rounds`() throws {
    let run = try object("traces.csv", "--hosts", "20", "--rounds", "--quirk", "idle-deletion=off")
    #expect(run["detector"] as? String == "static-threshold")
    #expect(run["parameter"] as? Double == 0.8)
    #expect(run["guests"] as? Int == 24)
    #expect(run["quirksOff"] as? [String] == ["idle-deletion"])
    let rounds = try #require(run["rounds"] as? [[String: Any]])
    #expect(rounds.count == 15)
    let text = try self.run("traces.csv", "--hosts", "20", "--quirk", "idle-deletion=off").output
    let energy = try #require(run["energyKilowattHours"] as? Double)
    #expect(text.contains(String(format: "%.2f kWh", energy)))
    #expect(rounds.last?["migrations"] as? Int == run["migrations"] as? Int)
    let idle = try object("traces.csv", "--hosts", "20", "--policy", "npa")
    #expect(idle["detector"] is NSNull)
    #expect(idle["migrations"] as? Int == 0)
  }

  @Test func `the tables have a row for each change, and agree with runs of their own`() throws {
    let quirks = try #require(
      try object("traces.csv", "--hosts", "20", "--quirk-table")["variants"] as? [[String: Any]])
    #expect(quirks.first?["variant"] as? String == "as asked for")
    #expect(quirks.last?["variant"] as? String == "all=off")
    let row = try #require(quirks.first { $0["variant"] as? String == "receivers-move-on=off" })
    let alone = try object("traces.csv", "--hosts", "20", "--quirk", "receivers-move-on=off")
    #expect(row["energyKilowattHours"] as? Double == alone["energyKilowattHours"] as? Double)
    #expect(row["migrations"] as? Int == alone["migrations"] as? Int)
    let sensitivity = try run("traces.csv", "--hosts", "20", "--sensitivity")
    #expect(sensitivity.status == 0)
    #expect(sensitivity.output.split(separator: "\n").count == 18)
  }

  @Test func `a scenario with the same guests stands beside CloudSim, layout by layout`() throws {
    try folder.write(
      """
      bladesim: 1
      title: Beside
      horizon: {start: 2011-03-03, duration: 80 min, sample: 5 min}
      site:
        climate: chicago-ohare
        electricity: {energy: 0.1 USD/kWh, carbon: 0.5 kg/kWh}
        floor: {price: 250 USD/m2-year}
        racks: {model: generic-42u}
        power: {era: 2005, design: 20 kW}
        cooling: {plant: perimeter-dx-2005}
      workload:
        measured on: 20000 ssj_ops/s
        guests:
          - {name: web, os: linux-2.6, memory: 512 MiB, demand: {trace: traces.csv}}
      layouts:
        - {name: still, servers: {model: hp-ml110-g5, count: 20}, technique: xen-3-pv}
        - {name: moving, servers: {model: hp-ml110-g5, count: 20}, technique: xen-3-pv, consolidation: {}}

      """, to: "beside.yaml")
    let outcome = try run("traces.csv", "--hosts", "20", "--beside", "beside.yaml")
    #expect(outcome.status == 0 && outcome.messages == "")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 1 + 7 + 2)
    // The same figure of CloudSim as alone.
    let alone =
      try object("traces.csv", "--hosts", "20", "--policy", "dvfs")["energyKilowattHours"] as? Double
    let beside = try run("traces.csv", "--hosts", "20", "--beside", "beside.yaml", "--json")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(beside.output.utf8)) as? [[String: Any]])
    #expect(rows[0]["serverKilowattHours"] as? Double == alone)
    #expect(rows[8]["name"] as? String == "moving" && rows[8]["meterKilowattHours"] is Double)
    let still = try #require(rows[7]["serverKilowattHours"] as? Double)
    let moving = try #require(rows[8]["serverKilowattHours"] as? Double)
    #expect(moving < still)
    #expect(try run("traces.csv", "--beside", "nowhere.yaml").status == 66)
  }

  @Test func `the same seed gives the same random choices, another one others`() throws {
    func rounds(_ seed: String) throws -> String {
      try run(
        "traces.csv", "--hosts", "20", "--selection", "rs", "--order", "random", "--seed", seed, "--rounds"
      ).output
    }
    #expect(try rounds("1") == rounds("1"))
    #expect(try rounds("1") != rounds("2"))
  }

  @Test(arguments: [
    (["--detector", "iqrr"], "unknown detector 'iqrr'; did you mean 'iqr'?"),
    (["--selection", "mtt"], "unknown selection 'mtt'; did you mean 'mmt'?"),
    (["--quirk", "idle-deletions=off"], "unknown quirk 'idle-deletions'; did you mean 'idle-deletion'?"),
    (["--quirk", "idle-deletion"], "write --quirk idle-deletion=off or =on"),
    (["--policy", "dvsf"], "unknown policy 'dvsf'; did you mean 'dvfs'?"),
    (["--policy", "dvfs", "--detector", "thr"], "policy 'dvfs' moves no guests"),
    (["--order", "names"], "unknown order 'names'; did you mean 'name'?"),
    (["--parameter", "1.5"], "the limit 1.5 of 'static-threshold' is out of range; give a number from 0"),
    (["--hosts", "0"], "give 1 to 1000000 hosts, not 0"),
    (["--rounds", "--sensitivity"], "ask for one of"),
    (["--beside", "a.yaml", "--detector", "thr"], "--beside chooses policies and detectors itself"),
  ])
  func `wrong usage ends with 64 and says what is right`(arguments: [String], message: String) throws {
    let outcome = try Program.run(["cloudsim", "traces.csv"] + arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(outcome.messages.contains(message))
  }

  @Test func `traces that cannot be read or used are told of with their place`() throws {
    let missing = try run("nowhere.csv")
    #expect(missing.status == 66)
    #expect(missing.messages == "error: nowhere.csv: there is no such file\n")
    try folder.write("a,1,2\nb,1,101\nc,x,3\n", to: "bad.csv")
    let bad = try run("bad.csv")
    #expect(bad.status == 65)
    #expect(bad.messages.contains("bad.csv:2:5: error"))
    #expect(bad.messages.contains("bad.csv:3:3: error"))
    try folder.write("", to: "empty.csv")
    #expect(try run("empty.csv").status == 65)
    let crowded = try run("traces.csv", "--hosts", "1")
    #expect(crowded.status == 1)
    #expect(crowded.messages.contains("--hosts"))
  }
}
