import Quantities

extension ComponentReliability {
  /// Any hardware repair of a server: the default of a physical host.
  public static let server = ComponentReliability(
    "server", 0.08, 0.02, 0.15, repairHours: 8, .domain(.host),
    "Vishwanath and Nagappan, Characterizing Cloud Computing Hardware Reliability, SoCC 2010", .memoryHigh)

  /// The board of a blade, without disks and supplies.
  public static let bladeBoard = ComponentReliability(
    "blade-board", 0.025, 0.02, 0.03, repairHours: 4, .domain(.host), "field practice", .memoryMedium)

  /// The passive midplane of an enclosure; rare, but it takes every blade.
  public static let enclosureMidplane = ComponentReliability(
    "enclosure-midplane", 0.00075, 0.0005, 0.001, repairHours: 36, .domain(.enclosure), "field practice",
    .memoryMedium)

  /// An interconnect module of an enclosure: a path of every blade.
  public static let interconnectModule = ComponentReliability(
    "interconnect-module", 0.015, 0.01, 0.02, repairHours: 4, .domain(.interconnect), "field practice",
    .memoryMedium)

  /// A disk of the present.
  public static let disk = ComponentReliability(
    "disk", 0.0171, 0.0141, 0.0228, repairHours: 4, .domain(.host),
    "Backblaze drive statistics, second quarter of 2024; range over 2023 and 2024", .published)

  /// Memory whose errors cannot be corrected.
  public static let memory = ComponentReliability(
    "memory-uncorrectable", 0.013, 0.005, 0.03, repairHours: 4, .domain(.host),
    "Schroeder, Pinheiro and Weber, DRAM Errors in the Wild, 2009: per machine; range assumed",
    .memoryMedium)

  /// A power supply of a server.
  public static let powerSupply = ComponentReliability(
    "power-supply", 0.015, 0.01, 0.02, repairHours: 4, .domain(.host), "field practice", .memoryMedium)

  /// A fan of a server.
  public static let fan = ComponentReliability(
    "fan", 0.0075, 0.005, 0.01, repairHours: 4, .domain(.host), "field practice", .memoryMedium)

  /// A power supply of an enclosure.
  public static let enclosurePowerSupply = ComponentReliability(
    "enclosure-power-supply", 0.015, 0.01, 0.02, repairHours: 4, .domain(.enclosure),
    "field practice, as other supplies", .memoryMedium)

  /// A fan of an enclosure.
  public static let enclosureFan = ComponentReliability(
    "enclosure-fan", 0.0075, 0.005, 0.01, repairHours: 4, .domain(.enclosure),
    "field practice, as other fans", .memoryMedium)

  /// A management module of an enclosure.
  public static let managementModule = ComponentReliability(
    "management-module", 0.015, 0.01, 0.02, repairHours: 4, .nothing,
    "field practice; blades run on without it", .memoryMedium)

  /// A distribution unit of a rack, on one side.
  public static let rackDistributionUnit = ComponentReliability(
    "rack-distribution-unit", hours: 1_000_000, from: 500_000, to: 1_500_000, repairHours: 4, .domain(.rack),
    "IEEE 493 family, as floor units", .memoryMedium)

  /// A module of an uninterruptible supply.
  public static let upsModule = ComponentReliability(
    "ups-module", hours: 200_000, from: 50_000, to: 250_000, repairHours: 8, .domain(.feed),
    "Kohler Uninterruptible Power: 50 to 200 thousand hours in the field; vendors: 150 to 250",
    .memoryMedium)

  /// A distribution unit with transformer, of a feed.
  public static let distributionUnit = ComponentReliability(
    "distribution-unit", hours: 1_000_000, from: 500_000, to: 1_500_000, repairHours: 8, .domain(.feed),
    "IEEE 493 family", .memoryMedium)

  /// A static switch of a feed.
  public static let staticSwitch = ComponentReliability(
    "static-switch", hours: 400_000, from: 200_000, to: 800_000, repairHours: 8, .domain(.feed),
    "IEEE 493 family; range assumed", .memoryMedium)

  /// A transfer switch between utility and generators.
  public static let transferSwitch = ComponentReliability(
    "transfer-switch", hours: 500_000, from: 170_000, to: 1_000_000, repairHours: 8, .domain(.site),
    "IEEE 493 family",
    .memoryMedium)

  /// An air handler of a room.
  public static let roomAirHandler = ComponentReliability(
    "room-air-handler", hours: 35_000, from: 30_000, to: 40_000, repairHours: 8, .domain(.row),
    "field practice",
    .memoryMedium)

  /// A chiller.
  public static let chiller = ComponentReliability(
    "chiller", hours: 30_000, from: 20_000, to: 40_000, repairHours: 24, .domain(.site), "field practice",
    .memoryMedium)

  /// The utility.
  public static let utility = ComponentReliability(
    "utility", 5, 2, 8, repairHours: 2.5, .domain(.site),
    "IEEE 493 family: outages above 1 s, 1.5 to 4 h on average",
    .memoryMedium)

  /// A crash of a hypervisor.
  public static let hypervisorCrash = ComponentReliability(
    "hypervisor-crash", 0.1, 0.05, 0.2, repairHours: 0.1, .domain(.host),
    "field practice; repair is a reboot",
    .memoryMedium)

  /// A crash of a guest of 2005.
  public static let guestCrash2005 = ComponentReliability(
    "guest-crash-2005", 2, 1, 4, repairHours: 0.1, .guest,
    "field practice, Windows of 2005; repair is a reboot",
    .memoryMedium)

  /// Every component of the catalogue. A rate is per unit and year; a repair without a source of its own is 4 to 8 h
  /// with a spare on site (from memory, medium confidence).
  ///
  /// `server` is any hardware repair of a whole server: count it, or its boards, disks, supplies and fans, not both.
  public static let all: [ComponentReliability] = [
    server,
    bladeBoard,
    enclosureMidplane,
    interconnectModule,
    disk,
    ComponentReliability(
      "disk-2007", 0.03, 0.017, 0.086, repairHours: 4, .domain(.host),
      "Pinheiro, Weber and Barroso, FAST 2007: year 1 to year 3; Schroeder and Gibson, FAST 2007: 2 to 4 % replaced",
      .memoryMedium),
    ComponentReliability(
      "solid-state-disk", 0.0075, 0.005, 0.01, repairHours: 4, .domain(.host), "field practice", .memoryMedium
    ),
    memory,
    powerSupply,
    fan,
    enclosurePowerSupply,
    enclosureFan,
    managementModule,
    rackDistributionUnit,
    ComponentReliability(
      "top-of-rack-switch", 0.045, 0.039, 0.05, repairHours: 4, .domain(.rack),
      "Gill, Jain and Nagappan, Understanding Network Failures in Data Centers, SIGCOMM 2011", .memoryMedium),
    ComponentReliability(
      "aggregation-switch", 0.1, 0.05, 0.15, repairHours: 4, .domain(.row),
      "Gill, Jain and Nagappan, 2011; range assumed",
      .memoryMedium),
    ComponentReliability(
      "load-balancer", 0.2, 0.2, 0.3, repairHours: 4, .domain(.site),
      "Gill, Jain and Nagappan, 2011: more than 20 %",
      .memoryMedium),
    hypervisorCrash,
    guestCrash2005,
    ComponentReliability(
      "guest-crash", 0.2, 0.1, 0.4, repairHours: 0.1, .guest,
      "field practice, present systems; repair is a reboot; range assumed", .memoryMedium),
    upsModule,
    distributionUnit,
    staticSwitch,
    ComponentReliability(
      "breaker", hours: 3_500_000, from: 2_000_000, to: 5_000_000, repairHours: 4, .domain(.feed),
      "IEEE 493 family",
      .memoryMedium),
    transferSwitch,
    roomAirHandler,
    chiller,
    ComponentReliability(
      "generator-running", hours: 1000, from: 500, to: 2000, repairHours: 8, .domain(.site),
      "1 in 1 000 h of running, range assumed; failures to start are a chance, not a rate (StandbyPower)",
      .memoryMedium),
    utility,
  ]
}
