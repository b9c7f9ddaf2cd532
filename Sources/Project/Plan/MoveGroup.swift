public import Quantities

/// The work of moving one guest, and of taking its old server away.
public struct MoveWork: Sendable, Hashable {
  /// Planning and preparing one guest, in working hours.
  public var prepare: Labor
  /// Switching one guest over once its data is there, in a change window.
  public var cutOver: Labor
  /// Going back to the old server after a failure, by whoever tried, without delay. Each attempt keeps this much of
  /// its window free.
  public var rollBack: Seconds
  /// Testing one guest after the cut-over, in working hours.
  public var test: Labor
  /// Wiping and removing one old server, in working hours.
  public var decommission: Labor

  /// Creates the work.
  public init(
    prepare: Labor = .none, cutOver: Labor = .none, rollBack: Seconds = .zero, test: Labor = .none,
    decommission: Labor = .none
  ) {
    self.prepare = prepare
    self.cutOver = cutOver
    self.rollBack = rollBack
    self.test = test
    self.decommission = decommission
  }
}

/// Equal old servers whose guests move.
public struct MoveGroup: Sendable, Hashable {
  /// The name.
  public var name: String
  /// How many old servers.
  public var servers: Int
  /// Guests on each of them; 1 when physical servers become virtual machines.
  public var guestsPerServer: Int
  /// Data to copy for each guest: the used part of its disks.
  public var data: Bytes
  /// The work.
  public var work: MoveWork
  /// Chance that a cut-over fails and is rolled back, each time it is tried.
  public var failure: Fraction
  /// Chance that the test after a cut-over sends the guest back, each time.
  public var testFailure: Fraction
  /// How long old and new run side by side after the test.
  public var parallelRunning: Seconds
  /// How long after the cut-over faults may still show, for instance until a month's end has passed.
  public var proving: Seconds
  /// The network segment the guests are on, if re-addressing takes work.
  public var segment: String?
  /// Power of one old server.
  public var serverPower: Watts
  /// Power that one guest adds to the new servers.
  public var guestPower: Watts
  /// Paid for each guest at its cut-over: tool licence, services.
  public var movePrice: Money?
  /// Paid for each old server when it is taken away.
  public var removalPrice: Money?

  /// Creates a group.
  public init(
    _ name: String, servers: Int, guestsPerServer: Int = 1, data: Bytes, work: MoveWork,
    failure: Fraction = .zero, testFailure: Fraction = .zero, parallelRunning: Seconds = .zero,
    proving: Seconds = .zero, segment: String? = nil, serverPower: Watts = .zero, guestPower: Watts = .zero,
    movePrice: Money? = nil, removalPrice: Money? = nil
  ) {
    self.name = name
    self.servers = servers
    self.guestsPerServer = guestsPerServer
    self.data = data
    self.work = work
    self.failure = failure
    self.testFailure = testFailure
    self.parallelRunning = parallelRunning
    self.proving = proving
    self.segment = segment
    self.serverPower = serverPower
    self.guestPower = guestPower
    self.movePrice = movePrice
    self.removalPrice = removalPrice
  }

  /// All its guests.
  public var guests: Int { servers * guestsPerServer }
}
