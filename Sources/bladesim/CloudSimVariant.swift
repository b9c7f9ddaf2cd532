import CloudSim

/// One row of a comparison: a setup and what is special about it.
struct CloudSimVariant {
  let name: String
  let meaning: String
  let setup: CloudSimSetup

  /// The setup as it is, then with each quirk off alone that is on, then with all off.
  static func withoutQuirks(_ setup: CloudSimSetup) throws -> [CloudSimVariant] {
    let quirks = try setup.quirks()
    var variants = [CloudSimVariant(name: "as asked for", meaning: "", setup: setup)]
    for quirk in Quirk.allCases where quirks.has(quirk) {
      variants.append(
        CloudSimVariant(
          name: quirk.name + "=off", meaning: quirk.remedy, setup: setup.with(quirk.name + "=off")))
    }
    variants.append(
      CloudSimVariant(name: "all=off", meaning: "All of these together.", setup: setup.with("all=off")))
    return variants
  }

  /// The setup as it is, then with changes that mean nothing: the last place of samples, the order of operations, the order
  /// of guests.
  static func thatShouldNotMatter(_ setup: CloudSimSetup) throws -> [CloudSimVariant] {
    var variants = [CloudSimVariant(name: "as asked for", meaning: "", setup: setup)]
    for units in [-3, -2, -1, 1, 2, 3] {
      var changed = setup
      changed.lastPlace += units
      let sign = units > 0 ? "+" : ""
      variants.append(
        CloudSimVariant(
          name: "last place \(sign)\(units)",
          meaning: "Each sample is moved by \(abs(units)) in its last place.",
          setup: changed))
    }
    for quirk in [Quirk.dividedByHundred, .dividedByCapacity, .exactTies, .firstOfEquals] {
      variants.append(
        CloudSimVariant(
          name: quirk.name + "=off", meaning: quirk.remedy, setup: setup.with(quirk.name + "=off")))
    }
    for seed in 1...6 {
      var changed = setup
      changed.order = "random"
      changed.seed = seed
      variants.append(
        CloudSimVariant(
          name: "order \(seed)", meaning: "Guests are created in a random order.", setup: changed))
    }
    return variants
  }
}

extension CloudSimSetup {
  /// The setup with one more word about a quirk.
  func with(_ word: String) -> CloudSimSetup {
    var changed = self
    changed.quirk.append(word)
    return changed
  }
}
