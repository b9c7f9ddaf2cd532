import EventEngine
import Quantities

/// What all replications share beside the network: speeds and chances.
struct RunFacts: Sendable {
  static let cutOverStream = RandomStream.Purpose("project/cut-over")
  static let testStream = RandomStream.Purpose("project/test")

  /// For each person and skill the speed at the start; 0 when the person cannot do it.
  let speeds: [Double]
  /// The speed once trained.
  let speedsAfter: [Double]
  /// For each skill, who may come to do it.
  let people: [[Int32]]
  /// For each person, the skills.
  let skills: [[Int]]
  private let failure: [Double]
  private let testFailure: [Double]
  private let rollBack: [Double]

  init(_ plan: ProjectPlan) {
    var before: [Double] = []
    var after: [Double] = []
    for person in plan.people {
      for skill in plan.skills {
        let speed = person.skills.contains(skill.name) ? person.speed.value : 0
        let isTrained = person.trained.contains(skill.name)
        let trained = speed * (skill.course?.speedAfter.value ?? 1)
        before.append(isTrained ? trained : speed * (skill.course?.speedBefore.value ?? 1))
        after.append(trained)
      }
    }
    speeds = before
    speedsAfter = after
    let count = plan.skills.count
    people = plan.skills.indices.map { skill in
      plan.people.indices.filter { max(before[$0 * count + skill], after[$0 * count + skill]) > 0 }.map(
        Int32.init)
    }
    skills = plan.people.indices.map { person in
      plan.skills.indices.filter { max(before[person * count + $0], after[person * count + $0]) > 0 }
    }
    failure = plan.groups.map(\.failure.value)
    testFailure = plan.groups.map(\.testFailure.value)
    rollBack = plan.groups.map { $0.work.rollBack.value }
  }

  func failure(of node: TaskNode, in network: borrowing TaskNetwork) -> Double {
    failure[Int(network.guests[Int(node.subject)].group)]
  }
  func testFailure(of node: TaskNode, in network: borrowing TaskNetwork) -> Double {
    testFailure[Int(network.guests[Int(node.subject)].group)]
  }

  /// Milliseconds at full speed to undo a task; 0 for anything but moves.
  func rollBack(of node: TaskNode, in network: borrowing TaskNetwork) -> Double {
    guard node.purpose == .cutOver || node.purpose == .test else { return 0 }
    return rollBack[Int(network.guests[Int(node.subject)].group)] * 1000
  }
}
