/// Something that is wrong with a placement or with what a plan says about itself.
public enum PlacementViolation: Hashable, Sendable {
  /// The placement does not cover every guest with an existing host or none.
  case malformed
  /// Guests take more of a resource than a host offers, or than the spare share leaves.
  case overfull(host: Int32, resource: Int)
  /// In more periods than a host may, its guests take more of a resource than it offers.
  case overfullInTime(host: Int32, resource: Int)
  /// A host holds more guests than it may.
  case tooManyGuests(host: Int32)
  /// A spare host holds a guest.
  case spareHostUsed(host: Int32)
  /// A guest is on a host type that may not run it.
  case incompatible(guest: Int32)
  /// Too many separated guests are in one unit.
  case together(rule: Int, unit: Int32)
  /// Guests of an affinity are in more than one unit.
  case apart(rule: Int)
  /// A guest is on a host outside its fence.
  case outsideFence(rule: Int, guest: Int32)
  /// More hosts need a licence than it covers.
  case licenceExceeded(rule: Int)
  /// The hosts and guests of a unit add up to more than its budget.
  case overBudget(rule: Int, unit: Int32)
  /// More guests are placed than the slots that may be taken.
  case tooFewSlots
  /// A guest has no host and no reason.
  case dropped(guest: Int32)
  /// A guest has a host and a reason why it has none.
  case placedAndRefused(guest: Int32)
  /// A refused guest would fit some host.
  case refusedNeedlessly(guest: Int32)
  /// The number of hosts in use is wrong.
  case miscounted
  /// The value of the objective is wrong.
  case misvalued
  /// The plan uses fewer hosts, or costs less, than its bound says is possible.
  case boundTooHigh
  /// The spare rule asks for restarts, and the plan has none.
  case restartMissing
  /// A guest restarts in the unit that is lost, or is called stranded although it restarts.
  case restartOnLostHost(guest: Int32)
}
