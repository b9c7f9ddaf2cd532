/// Guests grouped by everything a rule can see: equal size, profile, class and rules. Numbered by first appearance.
public struct FlavourTable: Hashable, Sendable {
  /// The flavour of each guest.
  public let flavourOfGuest: [Int32]
  /// The first guest of each flavour.
  public let representative: [Int32]
  /// How many guests each flavour has.
  public let population: [Int32]
  /// The separations of each flavour, as indexes into the problem's list.
  public let separations: [[Int32]]

  /// The affinities of each flavour, as indexes into the problem's list.
  let affinities: [[Int32]]
  /// The fences of each flavour.
  let fences: [[Int32]]
  /// The licences of each flavour.
  let licences: [[Int32]]

  /// How many flavours there are.
  public var count: Int { representative.count }

  init(guests: GuestTable, separations: [Separation], rules: PlacementRules = PlacementRules()) {
    let memberships = separations.map(\.guests) + rules.memberships
    var rulesOfGuest: [Int32: [Int32]] = [:]
    for (index, members) in memberships.enumerated() {
      for guest in members where rulesOfGuest[guest]?.last != Int32(index) {
        rulesOfGuest[guest, default: []].append(Int32(index))
      }
    }
    let resourceCount = guests.resourceCount
    var table = OpenHashTable(minimumCapacity: 64)
    var flavourOfGuest = [Int32](repeating: 0, count: guests.count)
    var representative: [Int32] = []
    var population: [Int32] = []
    var rulesOfFlavour: [[Int32]] = []
    for guest in 0..<guests.count {
      let first = guest * resourceCount
      let own = memberships.isEmpty ? [] : rulesOfGuest[Int32(guest)] ?? []
      var hash = UInt64(truncatingIfNeeded: guests.classes[guest]) &+ 1
      for resource in 0..<resourceCount { hash = OpenHashTable.mix(hash, guests.sizes[first + resource]) }
      if !guests.profileOfGuest.isEmpty { hash = OpenHashTable.mix(hash, guests.profileOfGuest[guest]) }
      for rule in own { hash = OpenHashTable.mix(hash, rule) }
      let flavour = table.find(hash: hash) { flavour in
        let other = Int(representative[Int(flavour)])
        guard guests.classes[other] == guests.classes[guest],
          guests.profileOfGuest.isEmpty || guests.profileOfGuest[other] == guests.profileOfGuest[guest]
        else { return false }
        for resource in 0..<resourceCount
        where guests.sizes[other * resourceCount + resource] != guests.sizes[first + resource] {
          return false
        }
        return rulesOfFlavour[Int(flavour)] == own
      }
      if let flavour {
        population[Int(flavour)] += 1
        flavourOfGuest[guest] = flavour
      } else {
        let fresh = Int32(representative.count)
        table.insert(hash: hash, value: fresh)
        representative.append(Int32(guest))
        population.append(1)
        rulesOfFlavour.append(own)
        flavourOfGuest[guest] = fresh
      }
    }
    self.flavourOfGuest = flavourOfGuest
    self.representative = representative
    self.population = population
    // Memberships are numbered kind after kind; each kind counts from 0 again.
    func kind(_ first: Int, _ count: Int) -> [[Int32]] {
      rulesOfFlavour.map { own in
        own.filter { $0 >= first && $0 < first + count }.map { $0 - Int32(first) }
      }
    }
    let (apart, together, fenced) = (separations.count, rules.affinities.count, rules.fences.count)
    self.separations = kind(0, apart)
    affinities = kind(apart, together)
    fences = kind(apart + together, fenced)
    licences = kind(apart + together + fenced, rules.licences.count)
  }
}

/// A hash table from a key kept elsewhere to a number, with the same layout in every run.
struct OpenHashTable {
  private var slots: [Int32]
  private var hashes: [UInt64]
  private var count = 0

  init(minimumCapacity: Int) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    hashes = [UInt64](repeating: 0, count: size)
  }

  /// Stirs a number into a hash (the finalizer of SplitMix64).
  static func mix(_ hash: UInt64, _ number: Int32) -> UInt64 {
    var mixed = (hash ^ UInt64(truncatingIfNeeded: number)) &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  func find(hash: UInt64, where matches: (Int32) -> Bool) -> Int32? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if hashes[slot] == hash, matches(slots[slot]) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func insert(hash: UInt64, value: Int32) {
    if (count + 1) * 2 > slots.count { grow() }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = value
    hashes[slot] = hash
    count += 1
  }

  private mutating func grow() {
    let (oldSlots, oldHashes) = (slots, hashes)
    slots = [Int32](repeating: -1, count: oldSlots.count * 2)
    hashes = [UInt64](repeating: 0, count: oldSlots.count * 2)
    count = 0
    for index in oldSlots.indices where oldSlots[index] >= 0 {
      insert(hash: oldHashes[index], value: oldSlots[index])
    }
  }
}
