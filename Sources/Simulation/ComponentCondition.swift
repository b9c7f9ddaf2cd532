import Availability
import EventEngine
import Quantities
import Scenario

/// Which units of a layout's components have failed, and when the next ones will.
///
/// Every unit is a slot with a number of its own, and so is what strikes a redundant group at once.
struct ComponentCondition {
  struct Slot {
    let group: Int32
    /// The number in its group; the one after the last unit strikes all.
    let unit: Int32
    /// The number among the units, or the strikes, of its part: which stream it draws from.
    let number: Int32
  }

  let groups: [ComponentGroup]
  private(set) var slots: [Slot] = []
  /// Failed units of each side of each group, and strikes that are not repaired.
  private var failed: [[Int]]
  private var struck: [Int]
  private let commonCause: Double
  /// By part: the units' streams, and those of strikes; nil for parts that are followed elsewhere or not at all.
  private var unitStreams: [FailureStreams?]
  private var strikeStreams: [FailureStreams?]

  init(_ groups: [ComponentGroup], _ reliability: Reliability, seed: UInt64, replication: UInt32) {
    self.groups = groups
    failed = groups.map { Array(repeating: 0, count: $0.arrangement.sides) }
    struck = groups.map { _ in 0 }
    commonCause = reliability.components.commonCause.value
    unitStreams = FailingPart.allCases.map { _ in nil }
    strikeStreams = unitStreams
    for part in FailingPart.components {
      guard let model = reliability.components.models[part] else { continue }
      var (units, strikes) = (0, 0)
      for (index, group) in groups.enumerated() where group.part == part {
        for unit in 0..<group.arrangement.count {
          slots.append(Slot(group: Int32(index), unit: Int32(unit), number: Int32(units + unit)))
        }
        units += group.arrangement.count
        if group.arrangement.isRedundant {
          slots.append(
            Slot(group: Int32(index), unit: Int32(group.arrangement.count), number: Int32(strikes)))
        }
        strikes += 1
      }
      func streams(_ purpose: String, _ count: Int) -> FailureStreams {
        FailureStreams(
          model, purpose: "failures/\(purpose)", count: count, seed: seed, replication: replication)
      }
      unitStreams[part.rawValue] = streams(part.name, units)
      strikeStreams[part.rawValue] = streams(part.name + "/common", strikes)
    }
  }

  func unit(_ slot: Int) -> ComponentUnit {
    ComponentUnit(group: Int(slots[slot].group), unit: Int(slots[slot].unit))
  }

  /// Time until a slot fails next; nil when it never does.
  mutating func nextLife(of slot: Int) -> TimeSpan? {
    let (group, number) = (groups[Int(slots[slot].group)], Int(slots[slot].number))
    guard group.arrangement.isRedundant else {
      return unitStreams[group.part.rawValue]?.nextLife(of: number)
    }
    guard isStrike(slot) else {
      return unitStreams[group.part.rawValue]?.nextLife(of: number, share: 1 - commonCause)
    }
    return strikeStreams[group.part.rawValue]?.nextLife(of: number, share: commonCause)
  }

  /// How long the repair of a slot takes.
  mutating func nextRepair(of slot: Int) -> TimeSpan {
    let (part, number) = (groups[Int(slots[slot].group)].part.rawValue, Int(slots[slot].number))
    let time =
      isStrike(slot)
      ? strikeStreams[part]?.nextRepair(of: number) : unitStreams[part]?.nextRepair(of: number)
    return time ?? .milliseconds(1)
  }

  private func isStrike(_ slot: Int) -> Bool {
    Int(slots[slot].unit) == groups[Int(slots[slot].group)].arrangement.count
  }

  /// Whether a group is out.
  func isOut(_ group: Int) -> Bool {
    struck[group] > 0 || groups[group].arrangement.isOut(failed: failed[group])
  }

  /// Books that a slot has failed (1) or is repaired (-1).
  mutating func book(_ slot: Int, _ change: Int) {
    let group = Int(slots[slot].group)
    if isStrike(slot) {
      struck[group] += change
    } else {
      failed[group][Int(slots[slot].unit) / groups[group].arrangement.unitsPerSide] += change
    }
  }
}
