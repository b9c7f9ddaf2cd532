import Foundation
import Testing

@Suite("Command line: plan")
struct MigrationPlanCommandTests {
  private let folder: Program.Folder

  init() throws {
    folder = try Program.Folder()
    try folder.write(SmallScenario.text(), to: "small.yaml")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["plan", "small.yaml"] + arguments, in: folder)
  }

  private func rows(_ name: String) throws -> [[String]] {
    String(decoding: try #require(folder.data(name)), as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// 20 guests on hosts by a rule, as a table.
  private func writeToday(_ host: (Int) -> String) throws {
    let rows = (1...20).map { "web-\($0),\(host($0))\n" }.joined()
    try folder.write("guest,host\n" + rows, to: "today.csv")
  }

  @Test func `hosts, power, duration and waves are told, and the moves are written`() throws {
    let outcome = try run("--hosts", "6", "--curve")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages == "")
    for piece in [
      "20 guests on 6 hosts today, spread evenly", "GiB moved", "hosts in use", "mean power of hosts, kW",
      "guests stand still", "wave", "hosts empty then", "results/small-plan.csv",
    ] {
      #expect(outcome.output.contains(piece), "\(piece)")
    }
    for line in outcome.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let table = try rows("results/small-plan.csv")
    #expect(
      table.first == ["wave", "guest", "from", "to", "start (s)", "end (s)", "memory (MiB)", "waits there"])
    #expect(table.count > 1)
  }

  @Test func `no more moves are planned than allowed, and fewer moves empty fewer hosts`() throws {
    // Hosts a to d hold 1, 2, 5 and 12 guests; d is full.
    try writeToday { $0 == 1 ? "a" : $0 < 4 ? "b" : $0 < 9 ? "c" : "d" }
    var hosts: [Int] = []
    for moves in [0, 1, 3, 6] {
      let outcome = try run("--current", "today.csv", "--moves", "\(moves)", "--json", "--force")
      #expect(outcome.status == 0, "\(outcome.messages)")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect(try #require(object["moves"] as? [Any]).count <= moves)
      #expect(object["hostsToday"] as? Int == 4)
      hosts.append(try #require(object["hostsPlanned"] as? Int))
      let freed = try #require(object["freed"] as? [String])
      #expect(freed.count == 4 - hosts[hosts.count - 1])
      let watts = try [
        #require(object["wattsToday"] as? Double), #require(object["wattsPlanned"] as? Double),
      ]
      #expect(freed.isEmpty ? watts[0] == watts[1] : watts[0] > watts[1])
    }
    #expect(hosts.prefix(3) == [4, 3, 2])
    // A host takes twelve guests, so two are needed.
    #expect(hosts[3] == 2)
  }

  @Test func `memory is a limit as moves are`() throws {
    // Every guest has half a GiB.
    try writeToday { $0 == 1 ? "a" : $0 < 4 ? "b" : $0 < 9 ? "c" : "d" }
    let byMoves = try run("--current", "today.csv", "--moves", "3", "-o", "moves.csv")
    let byMemory = try run("--current", "today.csv", "--gib", "1", "-o", "memory.csv")
    #expect(byMoves.status == 0 && byMemory.status == 0)
    #expect(try rows("moves.csv").count == 1 + 3 && rows("memory.csv").count == 1 + 1)
    #expect(try run("--moves", "3", "--gib", "1").status == 64)
  }

  @Test func `the moves of a table start from where it says the guests are`() throws {
    try writeToday { "esx\($0 % 5)" }
    let outcome = try run("--current", "today.csv", "-o", "moves.csv")
    #expect(outcome.status == 0, "\(outcome.messages)")
    var places: [String: String] = [:]
    for row in try rows("today.csv").dropFirst() { places[row[0]] = row[1] }
    let before = Set(places.values)
    let moves = try rows("moves.csv").dropFirst().sorted { (Double($0[4]) ?? 0) < (Double($1[4]) ?? 0) }
    for move in moves {
      #expect(places[move[1]] == move[2])
      places[move[1]] = move[3]
    }
    #expect(Set(places.values).isSubset(of: before) && Set(places.values).count < before.count)
  }

  @Test func `the same again changes nothing, and what differs is not overwritten unasked`() throws {
    let first = try run("--hosts", "5", "-o", "plan.csv")
    #expect(try run("--hosts", "5", "-o", "plan.csv").output == first.output)
    try folder.write("my notes", to: "plan.csv")
    let refused = try run("--hosts", "5", "-o", "plan.csv")
    #expect(refused.status == 73)
    #expect(refused.messages.contains("give --force to overwrite it, or --output with another name"))
    #expect(folder.data("plan.csv") == Data("my notes".utf8))
    #expect(try run("--hosts", "5", "-o", "plan.csv", "--force").status == 0)
  }

  @Test func `mistakes in the table are told with their place, all of them`() throws {
    try folder.write(
      "guest,host\nweb-1,a\nweb-1,b\nwebb-2,a\nweb-3,\n\(( 4...20).map { "web-\($0),a\n" }.joined())",
      to: "today.csv")
    let outcome = try run("--current", "today.csv")
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("today.csv:3:1: error: "))
    #expect(outcome.messages.contains("the guest 'web-1' is on a second host"))
    #expect(outcome.messages.contains("today.csv:5:7: error: "))
    try folder.write("guest,host\nweb-1,a\nwebb-2,a\n", to: "today.csv")
    let unknown = try run("--current", "today.csv")
    #expect(unknown.status == 65)
    #expect(unknown.messages.contains("today.csv:3:1: error: "))
    #expect(unknown.messages.contains("has no guest 'webb-2'"))
    #expect(unknown.messages.contains("there is no row for 19 guests, 'web-2' the first"))
    try folder.write("name,host\nweb-1,a\n", to: "today.csv")
    #expect(try run("--current", "today.csv").messages.contains("the table has no column 'guest'"))
    #expect(try run("--current", "nowhere.csv").status == 66)
  }

  @Test func `wrong usage ends with 64, and what can be named is named`() throws {
    #expect(try run("--moves", "-1").status == 64)
    #expect(try run("--hosts", "0").status == 64)
    #expect(try run("--hosts", "4", "--current", "today.csv").status == 64)
    let unknown = try run("--layout", "virtual")
    #expect(unknown.status == 64)
    #expect(
      unknown.messages.contains("there is no layout 'virtual'; the scenario has 'today', 'virtualized'"))
    let fixed = try run("--layout", "today")
    #expect(fixed.status == 64)
    #expect(fixed.messages.contains("does not move running guests"))
    let crowded = try run("--hosts", "1")
    #expect(crowded.status == 1)
    #expect(crowded.messages.contains("give more with --hosts"))
  }
}
