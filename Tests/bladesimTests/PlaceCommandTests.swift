import Foundation
import Testing

@Suite("Command line: place")
struct PlaceCommandTests {
  private let folder: Program.Folder

  init() throws {
    folder = try Program.Folder()
    try folder.write(SmallScenario.text(), to: "small.yaml")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["place", "small.yaml"] + arguments, in: folder)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `of several layouts the only one whose guests share servers is placed`() throws {
    let outcome = try run()
    #expect(outcome.status == 0, "\(outcome.messages)")
    for piece in [
      "layout virtualized: 20 guests", "none, proven", "room for more",
      "lost at worst with one",
      "stranded",
    ] {
      #expect(outcome.output.contains(piece), "\(piece)")
    }
    for line in outcome.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `every policy needs at least the bound of every other`() throws {
    let plans = try #require(try object(run("--all-policies", "--json").output)["plans"] as? [[String: Any]])
    #expect(plans.count > 10)
    let hosts = try plans.map { try #require($0["hosts"] as? Int) }
    let bounds = try plans.map { try #require($0["bound"] as? Int) }
    #expect(try #require(hosts.min()) >= (try #require(bounds.max())))
    #expect(plans.allSatisfy { $0["isSound"] as? Bool == true })
  }

  /// Prices of guests at which no content of a server is worth more than its cost: all guests together need as many servers as
  /// their prices pay for. With three kinds of guests every content of a server can be tried.
  @Test func `a certificate can be checked with a calculator`() throws {
    let scenario = Program.repository.appendingPathComponent("scenarios/every-technique/scenario.yaml").path
    let outcome = try Program.run(
      [
        "place", scenario, "--layout", "blades-qemu-tcg", "--policy", "pattern-lp", "--certificate",
        "bound.json", "--json",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let proof = try object(String(decoding: try #require(folder.data("bound.json")), as: UTF8.self))
    let prices = try #require((proof["proof"] as? [String: Any])?["prices"] as? [Int])
    let cost = try #require(proof["scale"] as? Int)
    let groups = try #require(proof["groups"] as? [[String: Any]])
    let sizes = try groups.map { try #require($0["size"] as? [Int]) }
    let counts = try groups.map { try #require($0["guests"] as? Int) }
    let servers = try #require(proof["servers"] as? [[String: Any]])
    let capacity = try #require(servers[0]["capacity"] as? [Int])
    try #require(servers.count == 1 && prices.count == 3 && counts.reduce(0, +) == 240)

    func most(_ kind: Int) -> Int { zip(capacity, sizes[kind]).map { $1 > 0 ? $0 / $1 : .max }.min() ?? 0 }
    for first in 0...most(0) {
      for second in 0...most(1) {
        for third in 0...most(2) {
          let content = [first, second, third]
          let fits = capacity.indices.allSatisfy { resource in
            zip(content, sizes).reduce(0) { $0 + $1.0 * $1.1[resource] } <= capacity[resource]
          }
          if fits { #expect(zip(content, prices).reduce(0) { $0 + $1.0 * $1.1 } <= cost) }
        }
      }
    }
    let worth = zip(prices, counts).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(proof["bound"] as? Int == (worth + cost - 1) / cost)
  }

  @Test func `a proof that is there is not overwritten unasked`() throws {
    try folder.write("mine", to: "bound.json")
    let outcome = try run("--certificate", "bound.json")
    #expect(outcome.status != 0)
    #expect(outcome.messages.contains("--certificate") || outcome.messages.contains("--force"))
    #expect(folder.data("bound.json") == Data("mine".utf8))
  }

  @Test func `mistyped names are told with the one that was meant`() throws {
    let policy = try run("--policy", "first-fit-decreesing")
    #expect(policy.status != 0 && policy.messages.contains("did you mean 'first-fit-decreasing'?"))
    let layout = try run("--layout", "virtualised")
    #expect(layout.status != 0 && layout.messages.contains("the scenario has 'today', 'virtualized'"))
  }

  @Test func `guests that cannot all be placed are told with the smallest conflict`() throws {
    let crowded = SmallScenario.text().replacingOccurrences(
      of: "memory: 16 GiB}", with: "memory: 16 GiB, count: 3}"
    ).replacingOccurrences(
      of: "spare: one host", with: "apart: [{guests: [web], over: server, at most: 6}]")
    try folder.write(crowded, to: "crowded.yaml")
    let outcome = try Program.run(["place", "crowded.yaml"], in: folder)
    #expect(outcome.status != 0)
    #expect(outcome.messages.contains("2 of 20 guests do not fit 3 servers"), "\(outcome.messages)")
    #expect(outcome.messages.contains("may stand at most 6 to one host ('web'), but only 3 hosts take them"))
  }
}
