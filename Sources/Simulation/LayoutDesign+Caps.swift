import Facility
import Power
import Quantities
import Scenario

extension LayoutDesign {
  /// The hosts that a piece of equipment is or holds; none for what is no server.
  func hosts(ofEquipment piece: Int) -> Range<Int> {
    guard piece < machines else { return 0..<0 }
    return enclosures == 0 ? piece..<piece + 1 : hosts(in: piece)
  }

  /// Refuses caps on enclosures and racks that what is in them exceeds idle: no controller could hold them.
  func refuseCapsBelowIdle(_ scenario: Scenario) throws(InfeasibleLayout) {
    let layout = scenario.layouts[self.layout]
    guard let caps = layout.caps else { return }
    let idle = layout.servers.model.power.curve.idle
    let warmth = scenario.warmth(of: layout)
    let frame = scenario.enclosurePower(of: layout)
    func idlePower(of piece: Int) -> Watts {
      let members = hosts(ofEquipment: piece)
      // Equipment that is no server always draws what is planned for it.
      guard !members.isEmpty else { return equipment[piece].power }
      let sum = idle * Double(members.count)
      return frame?.input(bladeDC: sum) ?? sum * warmth
    }
    func refuse(_ level: PowerCaps.Level, _ cap: Watts, below power: Watts, _ contents: String)
      throws(InfeasibleLayout)
    {
      guard power > cap else { return }
      throw InfeasibleLayout(
        layout: self.layout, key: "caps.\(level.rawValue)",
        reason: "a cap of \(cap) cannot be held: \(contents) draw "
          + "\(DecimalText.rounded(power.value.rounded(.up), decimals: 0)) W idle",
        help: "raise the cap, or put less into each \(level.rawValue == "enclosure" ? "enclosure" : "rack")")
    }
    if let cap = caps.enclosure, enclosures > 0 {
      try refuse(
        .enclosure, cap, below: idlePower(of: 0), "an enclosure and its \(hosts(in: 0).count) blades")
    }
    guard let (level, cap) = caps.ofRack else { return }
    for rack in racks.racks {
      let power = rack.mounted.reduce(Watts.zero) { $0 + idlePower(of: $1.equipment) }
      let count = rack.mounted.reduce(0) { $0 + hosts(ofEquipment: $1.equipment).count }
      try refuse(level, cap, below: power, "the \(count) servers of a rack")
    }
  }
}
