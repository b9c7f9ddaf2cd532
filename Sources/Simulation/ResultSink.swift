public import Availability
public import EventEngine
public import Facility

/// Something that happened in a run, for the log.
public struct RunEvent: Sendable, Hashable {
  /// What happened.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case guestArrived = "guest arrived"
    case guestStarted = "guest started"
    case guestDeparted = "guest departed"
    case guestLost = "guest lost"
    case guestRestarted = "guest restarted"
    case guestWaits = "guest waits for room"
    case hostFailed = "host failed"
    case hostRepaired = "host repaired"
    case hostBooted = "host booted"
    case hostOff = "host switched off"
    case hostOn = "host switched on"
    case enclosureFailed = "enclosure failed"
    case enclosureRepaired = "enclosure repaired"
    case migrationStarted = "migration started"
    case guestMigrated = "guest migrated"
    case migrationAborted = "migration given up"
    case hostDraining = "host is emptied"
    case hostAway = "host taken out of service"
    case hostServiced = "host serviced"
    case utilityFailed = "utility power lost"
    case utilityBack = "utility power back"
    case generatorCarries = "generator carries the site"
    case generatorFailed = "generator does not start"
    case batteryEmpty = "battery empty"
    case coolingStopped = "cooling stopped"
    case coolingBack = "cooling back"
    case coolingUnitFailed = "cooling unit failed"
    case coolingUnitRepaired = "cooling unit repaired"
    case rackOverheated = "rack shut down by heat"
    case rackBack = "rack starts again"
    case siteBack = "site starts again"
    case unitFailed = "failed"
    case unitRepaired = "repaired"
    case groupLost = "lost: too few are left"
    case groupBack = "back: enough are left"
  }

  /// When.
  public let time: Instant
  /// What.
  public let kind: Kind
  /// The host it happened to or on, if any.
  public let host: HostID?
  /// The guest it happened to, if any.
  public let guest: GuestID?
  /// The enclosure it happened to, if any.
  public let enclosure: EnclosureID?
  /// The rack it happened to, if any.
  public let rack: RackID?
  /// The kind of component it happened to, if any, and which of the layout's units.
  public let part: FailingPart?
  public let unit: ComponentUnit?

  /// What happened in words: `host failed`, `fan of an enclosure: failed`.
  public var text: String { part.map { "\($0.title): \(kind.rawValue)" } ?? kind.rawValue }

  /// Creates a record.
  public init(
    time: Instant, kind: Kind, host: HostID? = nil, guest: GuestID? = nil, enclosure: EnclosureID? = nil,
    rack: RackID? = nil, part: FailingPart? = nil, unit: ComponentUnit? = nil
  ) {
    self.time = time
    self.kind = kind
    self.host = host
    self.guest = guest
    self.enclosure = enclosure
    self.rack = rack
    self.part = part
    self.unit = unit
  }
}

/// Takes what a run measures while it goes on: blocks of samples and events, each in order of time.
public protocol ResultSink {
  /// Takes a block of samples.
  mutating func receive(_ block: SiteBlock)
  /// Takes an event.
  mutating func receive(_ event: RunEvent)
}

/// Keeps everything in memory.
public struct MemorySink: ResultSink, Sendable {
  /// The blocks, in order of time.
  public private(set) var blocks: [SiteBlock] = []
  /// The events, in order of time.
  public private(set) var events: [RunEvent] = []

  /// An empty sink.
  public init() {}

  public mutating func receive(_ block: SiteBlock) { blocks.append(block) }
  public mutating func receive(_ event: RunEvent) { events.append(event) }
}
