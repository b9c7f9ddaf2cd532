public import Quantities

/// Why a plan cannot be drawn: its racks are too deep for its pitch.
public struct FloorRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// The pitch planned.
  public let pitch: Meters
  /// Depth of the racks.
  public let rackDepth: Meters
  /// The pitch that racks of this depth need.
  public let needed: Meters

  /// The refusal as a sentence without a full stop.
  public var description: String {
    let text = { (length: Meters) in DecimalText.rounded(length.value, decimals: 2) }
    return "racks \(text(rackDepth)) m deep need a pitch of \(text(needed)) m, the plan has \(text(pitch)) m"
  }
}
