public import Quantities

/// People by the simple ratio: so many machines for one administrator.
///
/// ```
/// cost per year = (N_phys / R_phys + N_virt / R_virt) c
/// ```
/// `N_phys` servers with one operating system each, `N_virt` virtual machines, `R` machines per administrator, `c` the
/// yearly cost of one, wages and overhead. Fractions of people are kept: they do other work too.
///
/// **Valid for** routine administration of operating systems. Virtual machines are counted, not their hosts, since
/// the work is with each operating system; only racking and cabling get less.
/// **Not modelled**: hours by task, shifts, facility staff.
/// **Source**: 20 to 30 servers per administrator: IBM in Computer Weekly, 2009; two to three times that in virtual
/// machines: TechTarget.
/// **Example**: 160 servers at 30 each and 100 000 USD: 533 333.33 USD a year.
public struct Staffing: Hashable, Sendable {
  /// Physical servers per administrator.
  public let serversEach: Double
  /// Virtual machines per administrator.
  public let virtualMachinesEach: Double
  /// What one administrator costs per year.
  public let administrator: YearlyPrice

  /// Creates ratios.
  public init(serversEach: Double, virtualMachinesEach: Double, administrator: YearlyPrice) {
    precondition(serversEach > 0 && virtualMachinesEach > 0, "an administrator looks after some machines")
    self.serversEach = serversEach
    self.virtualMachinesEach = virtualMachinesEach
    self.administrator = administrator
  }

  /// How many administrators some machines need, in parts of people.
  public func administrators(servers: Int, virtualMachines: Int) -> Double {
    Double(servers) / serversEach + Double(virtualMachines) / virtualMachinesEach
  }

  /// What they cost per year.
  public func cost(servers: Int, virtualMachines: Int) -> CostItem {
    let people = administrators(servers: servers, virtualMachines: virtualMachines)
    return .yearly(.staff, "administrators", administrator.money * people)
  }
}
