import Quantities
import Testing

@testable import Report
@testable import ResultStore

@Suite("Sentences")
struct FindingsTests {
  @Test(
    arguments: [
      (0.86, 0.02, "virtualized saves 86 % of the energy of dedicated (84 to 88)."),
      (0.86, nil, "virtualized saves 86 % of the energy of dedicated."),
      (-0.034, 0.01, "virtualized uses 3.4 % more than dedicated (2.4 to 4.4)."),
      (-0.5, nil, "virtualized uses 50 % more than dedicated."),
      (0, nil, "virtualized uses as much as dedicated."),
      (0.01, 0.03, "virtualized cannot be told from dedicated (−4 to +2 %)."),
    ] as [(Double, Double?, String)])
  func `what is said of energy follows its interval`(saved: Double, half: Double?, text: String) throws {
    #expect(try Findings(study: Examples.study(energy: saved, halfWidth: half)).energy == text)
  }

  @Test func `every layout has its clause`() throws {
    var study = try Examples.study(energy: 0.86)
    var middling = try Examples.study(energy: 0.04).layouts[1]
    middling.name = "blades"
    study.layouts.insert(middling, at: 1)
    let findings = Findings(study: study)
    #expect(findings.energy == "virtualized saves 86 % of the energy of dedicated; blades saves 4.0 %.")
    #expect(findings.thriftiest == 2)
  }

  @Test(arguments: [
    (
      0.86, 0.95, (2.05, 2.61),
      "fewer watts of servers save 95 points, the overhead takes 9.0 back: PUE goes from 2.05 to 2.61."
    ),
    (
      0.65, 0.6, (2.0, 1.8),
      "fewer watts of servers save 60 points, the overhead saves another 5.0: PUE goes from 2 to 1.8."
    ),
    (
      0.5, 0.5, (2.0, 2.0),
      "fewer watts of servers save 50 points, the overhead neither gives nor takes: PUE stays at 2."
    ),
    (
      -0.2, -0.1, (2.0, 2.2),
      "more watts of servers cost 10 points, the overhead costs another 10: PUE goes from 2 to 2.2."
    ),
    (
      -0.1, -0.2, (2.0, 1.9),
      "more watts of servers cost 20 points, the overhead gives 10 back: PUE goes from 2 to 1.9."
    ),
    (
      0.1, 0, (2.0, 1.8),
      "the power of the servers changes nothing, the overhead saves 10: PUE goes from 2 to 1.8."
    ),
    (
      -0.1, 0, (2.0, 2.2),
      "the power of the servers changes nothing, the overhead costs 10: PUE goes from 2 to 2.2."
    ),
  ])
  func `a decomposition is told with the right signs`(
    total: Double, equipment: Double, pue: (Double, Double), text: String
  ) throws {
    let study = try Examples.study(energy: total, equipment: equipment, pue: pue)
    #expect(Findings(study: study).cause(of: 1) == "In virtualized, \(text)")
  }

  @Test func `a plant is called too large only when it is at least twice its load`() throws {
    var study = try Examples.study(energy: 0.5)
    let load = Findings(study: study).value(.itPower, 1)
    study.layouts[1].plantPower.value = load * 1000 * 1.9
    #expect(Findings(study: study).plantFit(of: 1).isEmpty)
    study.layouts[1].plantPower.value = load * 1000 * 10
    #expect(Findings(study: study).plantFit(of: 1).hasPrefix("Its plant was built for "))
  }

  @Test func `the answer names racks, energy and cost`() throws {
    var study = try Examples.study(energy: 0.86, cost: -0.2)
    let rack = study.layouts[0].racks[0]
    study.layouts[0].racks = [rack, rack, rack]
    study.layouts[1].racks = [rack]
    #expect(
      Findings(study: study).answer
        == "virtualized runs the same 18 guests in 1 rack instead of 3, with 86 % less energy and 20 % more cost."
    )
    study = try Examples.study(energy: 0.86, cost: 0.05, halfWidth: 0.02)
    #expect(
      Findings(study: study).answer.hasSuffix(
        ", with 86 % less energy (84 to 88) and 5 % less cost (3 to 7)."))
    study.layouts[0].racks = [rack, rack, rack]
    study.layouts[1].racks = study.layouts[0].racks
    #expect(Findings(study: study).answer.contains("in as many racks (3), with"))
  }

  @Test func `one layout is described, not compared`() throws {
    let findings = Findings(study: try Examples.single().study)
    #expect(findings.thriftiest == nil)
    #expect(findings.answer.hasPrefix("dedicated runs 18 guests on 18 servers in "))
    #expect(!findings.sentences.joined().contains("saves"))
  }

  @Test func `the component that costs most guest-hours is named, where components are followed`() throws {
    var study = try Examples.study()
    #expect(Findings(study: study).weakest == "", "servers and enclosures alone are no news")
    var supplies = try #require(study.layouts[1].impacts.first)
    supplies.part = "enclosure-fan"
    supplies.title = "fan of an enclosure"
    supplies.expected?.groupGuestsLost = 18
    for index in study.layouts[1].impacts.indices {
      study.layouts[1].impacts[index].expected?.guestHoursDownPerYear = 0.5
    }
    supplies.expected?.guestHoursDownPerYear = 20
    study.layouts[1].impacts.append(supplies)
    #expect(
      Findings(study: study).weakest
        == "Most guest-hours down a year are expected from: fan of an enclosure in virtualized (20 of 21, "
        + "18 guests at once).")
    #expect(Findings(study: study).sentences.contains(Findings(study: study).weakest))
  }

  @Test func `the reach of a failure counts the guests of an enclosure together`() throws {
    let study = try Examples.study()
    let blades = study.layouts[1]
    var byEnclosure = [Int](repeating: 0, count: blades.enclosures)
    for server in blades.servers { byEnclosure[server.host / blades.bladesPerEnclosure] += server.guests }
    let most = try #require(byEnclosure.max())
    #expect(FailureReach(blades).guests == most)
    #expect(FailureReach(study.layouts[0]).guests == 1)
    let all = most == study.guestCount ? "all " : ""
    #expect(
      Findings(study: study).reach
        == "One failure takes down at most 1 guest in dedicated (a server) and \(all)\(most) guests in virtualized "
        + "(an enclosure).")
  }

  @Test func `layouts with the same constraint are named together`() throws {
    var study = try Examples.study()
    for index in study.layouts.indices {
      study.layouts[index].rackBinding = "weight"
      study.layouts[index].rackConstraints = []
      study.layouts[index].placement.binding = index == 0 ? nil : "memory, for restarts"
    }
    let (first, second) = (study.layouts[0], study.layouts[1])
    #expect(
      Findings(study: study).sizing
        == "The number of racks is set by weight in dedicated (\(first.racks.count)) and virtualized "
        + "(\(second.racks.count)). The number of servers is set by memory, for restarts, in virtualized "
        + "(\(second.hosts)).")
    study.layouts[0].rackBinding = nil
    study.layouts[1].rackBinding = nil
    study.layouts[1].placement.binding = nil
    #expect(Findings(study: study).sizing.isEmpty)
  }

  @Test func `where something else than height binds, the racks by height alone are told`() throws {
    var study = try Examples.study()
    for index in study.layouts.indices {
      study.layouts[index].rackBinding = index == 0 ? "rack units" : "power per rack"
      study.layouts[index].placement.binding = nil
      study.layouts[index].rackConstraints = [StoredRackConstraint(name: "rack units", racks: 0, fill: 0.2)]
    }
    let sizing = Findings(study: study).sizing
    #expect(sizing.hasSuffix(" By rack units alone there would be 0 in virtualized."))
  }
}
