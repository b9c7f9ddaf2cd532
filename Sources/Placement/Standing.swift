/// How good a filling of a fleet is: first the guests without a host, then what it costs.
struct Standing: Comparable {
  let unplaced: Int
  let value: Int64

  init(_ fleet: FleetState, _ cost: PlacementCost) {
    unplaced = fleet.hostOfGuest.count { $0 == FleetState.unplaced }
    value =
      fleet.problem.objective == .hosts ? Int64(fleet.hostsUsed) : cost.value(of: fleet.hostOfGuest)
  }

  static func < (left: Standing, right: Standing) -> Bool {
    (left.unplaced, left.value) < (right.unplaced, right.value)
  }
}
