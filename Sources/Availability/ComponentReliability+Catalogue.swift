import Quantities

extension ComponentReliability {
  /// Any hardware repair of a server: the default of a physical host.
  public static let server = ComponentReliability(
    "server", 0.08, 0.02, 0.15, repairHours: 8,
    "Vishwanath and Nagappan, Characterizing Cloud Computing Hardware Reliability, SoCC 2010", .memoryHigh)

  /// The board of a blade, without disks and supplies.
  public static let bladeBoard = ComponentReliability(
    "blade-board", 0.025, 0.02, 0.03, repairHours: 4, "field practice", .memoryMedium)

  /// The passive midplane of an enclosure; rare, but it takes every blade.
  public static let enclosureMidplane = ComponentReliability(
    "enclosure-midplane", 0.00075, 0.0005, 0.001, repairHours: 36, "field practice", .memoryMedium)

  /// A management or interconnect module of an enclosure.
  public static let interconnectModule = ComponentReliability(
    "interconnect-module", 0.015, 0.01, 0.02, repairHours: 4, "field practice", .memoryMedium)

  /// Every component of the catalogue. A rate is per unit and year; a repair without a source of its own is 4 to 8 h
  /// with a spare on site (from memory, medium confidence).
  public static let all: [ComponentReliability] = [
    server,
    bladeBoard,
    enclosureMidplane,
    interconnectModule,
    ComponentReliability(
      "disk", 0.0171, 0.0141, 0.0228, repairHours: 4,
      "Backblaze drive statistics, second quarter of 2024; range over 2023 and 2024", .published),
    ComponentReliability(
      "disk-2007", 0.03, 0.017, 0.086, repairHours: 4,
      "Pinheiro, Weber and Barroso, FAST 2007: year 1 to year 3; Schroeder and Gibson, FAST 2007: 2 to 4 % replaced",
      .memoryMedium),
    ComponentReliability(
      "solid-state-disk", 0.0075, 0.005, 0.01, repairHours: 4, "field practice", .memoryMedium),
    ComponentReliability(
      "memory-uncorrectable", 0.013, 0.005, 0.03, repairHours: 4,
      "Schroeder, Pinheiro and Weber, DRAM Errors in the Wild, 2009: per machine; range assumed",
      .memoryMedium),
    ComponentReliability(
      "power-supply", 0.015, 0.01, 0.02, repairHours: 4, "field practice", .memoryMedium),
    ComponentReliability("fan", 0.0075, 0.005, 0.01, repairHours: 4, "field practice", .memoryMedium),
    ComponentReliability(
      "top-of-rack-switch", 0.045, 0.039, 0.05, repairHours: 4,
      "Gill, Jain and Nagappan, Understanding Network Failures in Data Centers, SIGCOMM 2011", .memoryMedium),
    ComponentReliability(
      "aggregation-switch", 0.1, 0.05, 0.15, repairHours: 4, "Gill, Jain and Nagappan, 2011; range assumed",
      .memoryMedium),
    ComponentReliability(
      "load-balancer", 0.2, 0.2, 0.3, repairHours: 4, "Gill, Jain and Nagappan, 2011: more than 20 %",
      .memoryMedium),
    ComponentReliability(
      "hypervisor-crash", 0.1, 0.05, 0.2, repairHours: 0.1, "field practice; repair is a reboot",
      .memoryMedium),
    ComponentReliability(
      "guest-crash-2005", 2, 1, 4, repairHours: 0.1, "field practice, Windows of 2005; repair is a reboot",
      .memoryMedium),
    ComponentReliability(
      "guest-crash", 0.2, 0.1, 0.4, repairHours: 0.1,
      "field practice, present systems; repair is a reboot; range assumed", .memoryMedium),
    ComponentReliability(
      "ups-module", hours: 200_000, from: 50_000, to: 250_000, repairHours: 8,
      "Kohler Uninterruptible Power: 50 to 200 thousand hours in the field; vendors: 150 to 250",
      .memoryMedium),
    ComponentReliability(
      "distribution-unit", hours: 1_000_000, from: 500_000, to: 1_500_000, repairHours: 8,
      "IEEE 493 family", .memoryMedium),
    ComponentReliability(
      "static-switch", hours: 400_000, from: 200_000, to: 800_000, repairHours: 8,
      "IEEE 493 family; range assumed", .memoryMedium),
    ComponentReliability(
      "breaker", hours: 3_500_000, from: 2_000_000, to: 5_000_000, repairHours: 4, "IEEE 493 family",
      .memoryMedium),
    ComponentReliability(
      "transfer-switch", hours: 500_000, from: 170_000, to: 1_000_000, repairHours: 8, "IEEE 493 family",
      .memoryMedium),
    ComponentReliability(
      "room-air-handler", hours: 35_000, from: 30_000, to: 40_000, repairHours: 8, "field practice",
      .memoryMedium),
    ComponentReliability(
      "chiller", hours: 30_000, from: 20_000, to: 40_000, repairHours: 24, "field practice", .memoryMedium),
    ComponentReliability(
      "utility", 5, 2, 8, repairHours: 2.5, "IEEE 493 family: outages above 1 s, 1.5 to 4 h on average",
      .memoryMedium),
  ]
}
