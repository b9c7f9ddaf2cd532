import Power
import Quantities
import Scenario
import Virtualization
import Workload

extension Layout {
  /// From the wish for a guest of a group until it runs, where there is room: provisioning and boot.
  func timeToFirstRun(of group: GuestGroup, under technique: Technique) -> Seconds {
    let times = technique.times
    return (provisioning?.time(copying: group.disk) ?? times.provisioning.value) + times.boot.value
  }

  /// From the failure of a server until its spare runs the guest under its identity, without detection; nil where guests
  /// start on hosts that run already.
  ///
  /// ```
  /// time = reassignment + start of the server + boot of the system
  /// ```
  var takeover: Seconds? {
    restart?.reassignment.map { $0 + servers.model.power.boot.duration + technique.times.boot.value }
  }
}

extension GuestGroup {
  /// Whether its guests come at random, and stay so long from their first run on.
  var staysFromStart: Bool {
    if case .arrivals(let arrivals) = presence { arrivals.staysFromStart } else { false }
  }
}
