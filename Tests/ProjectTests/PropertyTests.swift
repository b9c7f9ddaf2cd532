import EventEngine
import Quantities
import TestSupport
import Testing

@testable import Project

/// What holds in every project, asked of three thousand random plans.
@Suite("Properties of random projects")
struct PropertyTests {
  @Test(arguments: UInt64(0)..<30)
  func `people, precedence, guests, network and path keep their rules in every project`(seed: UInt64) throws {
    var plans = RandomPlans(seed: seed)
    for number in 0..<100 {
      let outcome = plans.next().run(replication: UInt32(number))
      let place = Comment("plan \(number)")
      #expect(outcome.openTasks == 0 && outcome.finish != nil, place)
      let rules = ProjectRules(outcome)
      #expect(rules.overlaps == 0, place)
      #expect(rules.workOutsideHours == 0, place)
      #expect(rules.workWithoutSkill == 0, place)
      #expect(rules.brokenPrecedence == 0, place)
      #expect(rules.misplacedGuests == 0, place)
      #expect(rules.brokenGates == 0, place)
      #expect(rules.crowdedCopies == 0, place)
      #expect(rules.idleWhileWorkWaits == 0, place)
      #expect(rules.wrongEfforts == 0, place)
      #expect(rules.holesInPath == 0, place)
      #expect(rules.countsThatDisagree == 0, place)
    }
  }

  @Test(arguments: UInt64(100)..<104)
  func `the same plan and replication give the same project`(seed: UInt64) throws {
    var plans = RandomPlans(seed: seed)
    for _ in 0..<10 {
      let plan = plans.next().plan
      let (one, two) = (
        try ProjectSimulator(plan).run(replication: 3), try ProjectSimulator(plan).run(replication: 3)
      )
      #expect(one.tasks() == two.tasks())
      #expect(one.days() == two.days())
      #expect(one.criticalPath() == two.criticalPath())
    }
  }

  @Test func `more people do not change which attempts fail`() throws {
    // Common random numbers: a guest's luck belongs to the guest.
    func failures(people: Int) throws -> [Int] {
      var plan = SamplePlans.consolidation(guests: 120, people: people)
      plan.effortVariation = .zero
      return try ProjectSimulator(plan).run(replication: 2).tasks().filter { $0.purpose == .cutOver }.map(
        \.attempts)
    }
    let few = try failures(people: 8)
    #expect(try failures(people: 16) == few)
    #expect(few.contains { $0 > 1 })
  }
}
