/// N + k by slots: every guest counts as one slot as large as the largest guests, and so many slots must be left when the
/// k hosts with most slots are lost.
///
/// ```
/// slot_r = max over guests of s_r      slots of a host = min over r of ⌊ C_r / slot_r ⌋, at most its guest limit
/// guests  <=  Σ over hosts of slots - Σ over the k largest of slots
/// ```
/// **Valid for** fleets of like guests; one large guest makes every slot large, which wastes the rest.
/// **Not modelled**: whether guests really restart; see ``RestartPlan``. **Source**: VMware vSphere Availability, "Slot Policy
/// Admission Control" (from memory).
/// **Example**: guests of 1 and 4 GiB on four hosts of 16 GiB: slots of 4 GiB, four to a host; one host lost leaves 12.
struct SlotReserve: Hashable, Sendable {
  /// The slot: the largest size in each resource.
  let slot: [Int32]
  /// How many guests the fleet takes.
  let limit: Int

  /// The reserve of a problem, when its spare rule counts slots.
  init?(_ problem: PlacementProblem) {
    guard case .slots(let lost) = problem.spare else { return nil }
    let resources = problem.resources.indices
    var slot = [Int32](repeating: 0, count: resources.count)
    for guest in problem.flavours.representative {
      for resource in resources {
        slot[resource] = max(slot[resource], problem.guests.largest(of: guest, resource))
      }
    }
    let ofType = problem.hosts.types.map { type in
      resources.reduce(min(type.guestLimit.map(Int.init) ?? .max, max(1, problem.guests.count))) {
        most, resource in
        slot[resource] > 0 ? min(most, Int(type.capacity[resource] / slot[resource])) : most
      }
    }
    let ofHost = problem.hosts.typeOfHost.map { ofType[Int($0)] }.sorted(by: >)
    self.slot = slot
    limit = ofHost.dropFirst(lost).reduce(0, +)
  }
}
