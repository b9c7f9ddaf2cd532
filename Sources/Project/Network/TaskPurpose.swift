import EventEngine

/// What a task of a project is for.
public enum TaskPurpose: UInt8, Sendable, Hashable, CaseIterable {
  /// A task of the plan that stands for itself.
  case planned
  /// One person's course.
  case training
  /// Until equipment is ordered.
  case order
  /// From order to delivery of equipment.
  case delivery
  /// Racking and cabling one unit.
  case rack
  /// Installing the servers of one unit.
  case install
  /// Setting up one network segment.
  case segment
  /// All is there that the moves as a whole wait for.
  case begin
  /// What one wave waits for.
  case gate
  /// Planning and preparing one guest.
  case prepare
  /// New address, name and firewall rules of one guest.
  case readdress
  /// Copying one guest's data.
  case copy
  /// Switching one guest over.
  case cutOver
  /// Testing one guest.
  case test
  /// One guest's parallel running.
  case parallel
  /// Taking one old server away.
  case decommission
  /// Pointing one virtualized service to the new addresses.
  case service

  /// The word for it in tables.
  public var title: String {
    switch self {
    case .planned: "task"
    case .training: "training"
    case .order: "order"
    case .delivery: "delivery"
    case .rack: "rack and cable"
    case .install: "install"
    case .segment: "network segment"
    case .begin: "moves begin"
    case .gate: "wave may begin"
    case .prepare: "prepare"
    case .readdress: "re-address"
    case .copy: "copy"
    case .cutOver: "cut over"
    case .test: "test"
    case .parallel: "parallel running"
    case .decommission: "decommission"
    case .service: "network service"
    }
  }

  /// The random numbers of how long the work takes, by purpose, with the subject's number as entity.
  static let effortStreams = allCases.map { RandomStream.Purpose("project/effort/\($0)") }
}

/// A task as it is simulated.
struct TaskNode: Sendable, Hashable {
  /// How it is carried out.
  enum Kind: UInt8, Sendable, Hashable {
    /// At once.
    case milestone
    /// By one person in working hours.
    case work
    /// By one person within one change window.
    case duty
    /// By the shared network.
    case copy
    /// By itself after some time.
    case wait
  }

  let kind: Kind
  let purpose: TaskPurpose
  /// The planned task, person, order, unit, segment, wave, guest, server or service it concerns.
  let subject: Int32
  /// The wave; -1 outside all.
  var wave: Int32 = -1
  /// The skill; -1 when it takes none.
  var skill: Int32 = -1
  /// The only person who can do it; -1 when others can as well.
  var person: Int32 = -1
  /// Milliseconds: of one person at full speed, or of waiting.
  var milliseconds: Int64 = 0
  /// Of a lognormal factor of the milliseconds: standard deviation over mean.
  var variation = 0.0
  /// Bytes to copy.
  var bytes = 0.0
  /// Millionths of the currency, paid when it is done.
  var price: Int64 = 0
}
