/// Why a simulation stopped. Each of these is a fault of the program, never of the scenario.
public enum SimulationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The ledger of a quantity did not close at a sample.
  case openLedger(quantity: String, sample: Int, sum: Double, expected: Double)
  /// A guest was found in a state that the rules exclude.
  case guestLost(guest: Int, reason: String)

  public var description: String {
    switch self {
    case .openLedger(let quantity, let sample, let sum, let expected):
      "the ledger of \(quantity) does not close at sample \(sample): its parts sum to \(sum), not \(expected)"
    case .guestLost(let guest, let reason): "guest \(guest) was lost: \(reason)"
    }
  }
}

/// Checks that parts sum to a whole.
enum Ledger {
  /// How far a sum may be from the whole, relative to the larger: rounding of some ten thousand additions.
  static let tolerance = 1e-9

  /// Fails when the parts do not sum to the whole.
  static func close(
    _ quantity: String, sample: Int, sum: Double, expected: Double
  ) throws(SimulationError) {
    let scale = max(abs(sum), abs(expected))
    guard abs(sum - expected) <= tolerance * scale else {
      throw .openLedger(quantity: quantity, sample: sample, sum: sum, expected: expected)
    }
  }
}
