/// A rule that keeps guests together: all of them on one host, or in one domain of a grouping such as a rack.
///
/// A group is placed only where the whole of it can still go: as long as none of its guests has a host, a unit must have
/// as much free in total as all of them take. From the first guest on, the others go to the same unit or nowhere.
///
/// **Valid for** groups of any guests. **Not modelled**: the total of a unit may be in pieces, so a group can still be torn
/// short; a searching policy then looks for another unit. **Example**: guests of 3 and 4 together on one host pass by a host
/// with 5 free.
public struct Affinity: Hashable, Sendable {
  /// The name, for messages.
  public let name: String
  /// The guests that stand together.
  public let guests: [Int32]
  /// Where: on one host, or in one domain.
  public let level: FailureLevel

  /// Creates a rule.
  public init(_ name: String, guests: [Int32], in level: FailureLevel = .host) {
    self.name = name
    self.guests = guests
    self.level = level
  }
}

/// Where the groups of affinities stand, and what is free where they might.
struct AffinityTally: Sendable {
  private let ofFlavour: [[Int32]]
  private let levelOfRule: [Int]
  private let unitOfHost: [[Int32]]
  private let resourceCount: Int
  private let sizes: [Int32]
  private let offsets: [Int]
  /// How many guests of a rule are in a unit.
  private var crowd: [Int32]
  /// How many guests of a rule have a host.
  private var placed: [Int32]
  /// The unit of a rule's guests, -1 while none has a host.
  private var anchor: [Int32]
  /// What the guests of a rule take that have no host.
  private var waiting: [Int64]
  /// What is free in each unit of each level that some rule names.
  private var free: [[Int64]]

  init(_ problem: PlacementProblem, ofFlavour: [[Int32]], sizes: [Int32]) {
    let rules = problem.rules.affinities
    let resources = problem.resources.count
    self.ofFlavour = ofFlavour
    self.sizes = sizes
    resourceCount = resources
    var levels: [FailureLevel] = []
    for rule in rules where !levels.contains(rule.level) { levels.append(rule.level) }
    levelOfRule = rules.map { rule in levels.firstIndex(of: rule.level) ?? 0 }
    let units = levels.map { level in
      (0..<Int32(problem.hosts.count)).map { problem.hosts.unit(of: $0, at: level) }
    }
    unitOfHost = units
    free = levels.indices.map { level in
      var total = [Int64](repeating: 0, count: problem.hosts.unitCount(at: levels[level]) * resources)
      for host in 0..<problem.usableHostCount {
        for resource in 0..<resources {
          total[Int(units[level][host]) * resources + resource] +=
            Int64(problem.usableCapacity(ofType: Int(problem.hosts.typeOfHost[host]), resource))
        }
      }
      return total
    }
    var (offsets, total): ([Int], Int) = ([], 0)
    for rule in rules {
      offsets.append(total)
      total += problem.hosts.unitCount(at: rule.level)
    }
    self.offsets = offsets
    crowd = [Int32](repeating: 0, count: total)
    placed = [Int32](repeating: 0, count: rules.count)
    anchor = [Int32](repeating: -1, count: rules.count)
    waiting = [Int64](repeating: 0, count: rules.count * resources)
    for (flavour, own) in ofFlavour.enumerated() {
      for rule in own {
        for resource in 0..<resources {
          waiting[Int(rule) * resources + resource] +=
            Int64(problem.flavours.population[flavour]) * Int64(sizes[flavour * resources + resource])
        }
      }
    }
  }

  /// The first rule that keeps a flavour off a host.
  func blocker(of flavour: Int32, on host: Int32) -> Int32? {
    for rule in ofFlavour[Int(flavour)] {
      let level = levelOfRule[Int(rule)]
      let unit = unitOfHost[level][Int(host)]
      if anchor[Int(rule)] >= 0 {
        if anchor[Int(rule)] != unit { return rule }
        continue
      }
      for resource in 0..<resourceCount
      where waiting[Int(rule) * resourceCount + resource] > free[level][Int(unit) * resourceCount + resource]
      {
        return rule
      }
    }
    return nil
  }

  mutating func take(_ flavour: Int, _ host: Int32, _ sign: Int32) {
    for level in free.indices {
      let unit = Int(unitOfHost[level][Int(host)]) * resourceCount
      for resource in 0..<resourceCount {
        free[level][unit + resource] -= Int64(sign * sizes[flavour * resourceCount + resource])
      }
    }
    for rule in ofFlavour[flavour] {
      let unit = unitOfHost[levelOfRule[Int(rule)]][Int(host)]
      let slot = offsets[Int(rule)] + Int(unit)
      crowd[slot] += sign
      placed[Int(rule)] += sign
      for resource in 0..<resourceCount {
        waiting[Int(rule) * resourceCount + resource] -=
          Int64(sign * sizes[flavour * resourceCount + resource])
      }
      if placed[Int(rule)] == 0 {
        anchor[Int(rule)] = -1
      } else if anchor[Int(rule)] < 0 {
        anchor[Int(rule)] = unit
      } else if crowd[offsets[Int(rule)] + Int(anchor[Int(rule)])] == 0 {
        // A guest that is copied to another unit has left the old one: the group stands where it is now.
        anchor[Int(rule)] = firstUnit(of: Int(rule))
      }
    }
  }

  private func firstUnit(of rule: Int) -> Int32 {
    let end = rule + 1 < offsets.count ? offsets[rule + 1] : crowd.count
    let slot = crowd[offsets[rule]..<end].firstIndex { $0 > 0 }
    return slot.map { Int32($0 - offsets[rule]) } ?? -1
  }
}
