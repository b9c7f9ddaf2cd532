public import Workload

/// One decision, fully described: one workload, the site it runs in, and two or more layouts to compare.
///
/// Plain values only: every name is resolved, every file read. Whatever a layout is, it sees the same guests, the
/// same weather and the same random numbers, so each difference between two layouts is a paired difference.
public struct Scenario: Sendable {
  /// The question, as a person asks it.
  public var title: String
  /// The time that is simulated, and in what steps.
  public var horizon: Horizon
  /// The seed of every random stream.
  public var seed: UInt64
  /// How many times each layout is simulated with fresh random numbers; at least 1.
  public var replications: Int
  /// Where the machines stand.
  public var site: Site
  /// The guests, in groups.
  public var guests: [GuestGroup]
  /// The layouts; the first is the one the others are compared with.
  public var layouts: [Layout]
  /// What was found about layouts that were written once for several techniques.
  public internal(set) var surveys: [TechniqueSurvey] = []
  /// What must hold for the study to pass.
  public var gates: [Gate]
  /// How the guests of the first layout are moved into another; nil when nobody asks.
  public var project: ProjectChoice?

  /// Creates a scenario.
  public init(
    title: String, horizon: Horizon, seed: UInt64, replications: Int, site: Site, guests: [GuestGroup],
    layouts: [Layout], gates: [Gate] = [], project: ProjectChoice? = nil
  ) {
    self.title = title
    self.horizon = horizon
    self.seed = seed
    self.replications = replications
    self.site = site
    self.guests = guests
    self.layouts = layouts
    self.gates = gates
    self.project = project
  }

  /// How many guests there are at the start.
  public var guestCount: Int { guests.reduce(0) { $0 + $1.count } }
}
