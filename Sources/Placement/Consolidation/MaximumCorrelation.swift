internal import Quantities

/// The guest whose past is best explained by that of the others, since peaks that come together overload a host.
///
/// ```
/// R^2 = 1 - min sum (y_t - b_0 - sum b_j x_jt)^2 / sum (y_t - mean y)^2
/// ```
/// y the history of the guest, x_j those of the others, b the coefficients of least squares. The guest with the largest R^2
/// goes, the first of equals. A guest whose past is constant has R^2 = 0.
///
/// **Valid for** histories longer than there are guests; with fewer samples every past is explained, and
/// ``MinimumMigrationTime`` chooses, as in CloudSim 3.0.3.
/// **Not modelled**: how long the guest takes to move.
/// **Source**: Beloglazov, Buyya (2012), CCPE 24(13), section 6.6; Verma et al. (2009), "Server workload analysis for power
/// minimization using consolidation", USENIX ATC, for the idea.
///
/// Example: of three guests of which the third is the sum of the first two, each is explained fully, and the first goes.
public struct MaximumCorrelation: GuestSelection, Hashable {
  /// The rule.
  public init() {}

  /// Histories are compared.
  public var readsHistory: Bool { true }

  /// The first guest with the largest R^2.
  public func choice(among guests: MovableGuests, using generator: inout some RandomNumberGenerator) -> Int {
    precondition(guests.count > 0, "there is no guest to choose")
    guard guests.samples > guests.count else {
      return MinimumMigrationTime().choice(among: guests, using: &generator)
    }
    var largest = (index: 0, value: 0.0)
    for index in 0..<guests.count {
      let value = MaximumCorrelation.explained(index, of: guests)
      if value > largest.value { largest = (index, value) }
    }
    return largest.index
  }

  /// R^2 of one guest on the others.
  ///
  /// The centred histories of the others are made orthogonal one after another (modified Gram-Schmidt); what is left of one
  /// that depends on those before it is rounding, and left out.
  static func explained(_ index: Int, of guests: MovableGuests) -> Double {
    let samples = guests.samples
    func centred(_ guest: Int) -> [Double] {
      let values = guests.history[guest * samples..<(guest + 1) * samples].map(\.value)
      let mean = values.reduce(0, +) / Double(samples)
      return values.map { $0 - mean }
    }
    func product(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let target = centred(index)
    let total = product(target, target)
    guard total > 0 else { return 0 }
    var basis: [(vector: [Double], square: Double)] = []
    var explained = 0.0
    for other in 0..<guests.count where other != index {
      var vector = centred(other)
      let length = product(vector, vector)
      for (direction, square) in basis {
        let share = product(vector, direction) / square
        for sample in 0..<samples { vector[sample] -= share * direction[sample] }
      }
      let square = product(vector, vector)
      guard square > length * 1e-12 else { continue }
      let share = product(target, vector)
      explained += share * share / square
      basis.append((vector, square))
    }
    return min(1, explained / total)
  }

  /// Its line in the catalogue.
  public static let entry = SelectionEntry(
    "maximum-correlation", abbreviation: "mc",
    "The guest whose past is best explained by that of the others.",
    MaximumCorrelation())
}
