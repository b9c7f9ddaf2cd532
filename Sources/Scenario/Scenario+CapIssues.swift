import Facility
import Power
import Quantities

extension Scenario {
  /// Caps on what is not there, caps below idle power, and caps that reach into what guests may plan to use.
  func capIssues(_ layout: Layout, _ path: String) -> [Issue] {
    guard let caps = layout.caps else { return [] }
    var found: [Issue] = []
    let server = layout.servers.model
    if layout.servers.enclosure == nil, caps.enclosure != nil {
      found.append(
        Issue(at: "\(path).caps.enclosure", "there are no enclosures to cap", help: "cap 'server' or 'rack'"))
    }
    func refuse(_ key: String, _ cap: Watts?, below least: Watts, of what: String) {
      guard let cap, cap < least else { return }
      // Rounded up, so that the figure is one that would do.
      let needed = DecimalText.rounded(least.value.rounded(.up), decimals: 0)
      found.append(
        Issue(
          at: "\(path).caps.\(key)", "a cap of \(cap) cannot be held: \(what) draws \(needed) W idle",
          help: "write at least \(needed) W, or take smaller equipment"))
    }
    let idle = server.power.curve.idle * warmth(of: layout)
    refuse("server", caps.server, below: idle, of: server.title)
    if let piece = leastPiece(of: layout) {
      let (draw, name) = server.blade == nil ? (idle, server.title) : (piece.power, piece.name)
      if layout.servers.enclosure != nil { refuse("enclosure", caps.enclosure, below: draw, of: name) }
      refuse("rack", caps.rack, below: draw, of: name)
      refuse("circuit", caps.circuit, below: draw, of: name)
    }
    if let cap = caps.server, cap >= idle,
      let reach = server.power.curve.utilization(at: cap / warmth(of: layout)), reach < layout.hostLimits.cpu
    {
      found.append(
        Issue(
          .warning, at: "\(path).caps.server",
          "under \(cap) \(server.title) does \(DecimalText.rounded(reach.percent, decimals: 1)) % of its work, guests may "
            + "plan to use \(DecimalText.rounded(layout.hostLimits.cpu.percent, decimals: 1)) %",
          help: "lower 'cpu' of 'hosts', or raise the cap"))
    }
    return found
  }
}
