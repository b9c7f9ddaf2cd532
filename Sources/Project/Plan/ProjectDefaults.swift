public import Quantities

/// Figures of moving projects, each with its range and source: starting points that a plan overrides.
public enum ProjectDefaults {
  private static let conversion =
    "labour and prices of physical-to-virtual conversions, from memory of the literature"
  private static let choice = "how the labour of a conversion is shared out, chosen so that its sum is 8 h"

  private static func hours(_ value: Double, _ low: Double, _ high: Double) -> Estimate<Seconds> {
    Estimate(
      Seconds(hours: value), in: Seconds(hours: low)...Seconds(hours: high), source: conversion,
      confidence: .memoryMedium)
  }

  private static func chosen(_ value: Double) -> Estimate<Seconds> {
    Estimate(Seconds(hours: value), source: choice, confidence: .judgement)
  }

  private static func price(_ value: Double, _ low: Double, _ high: Double) -> Estimate<Money> {
    Estimate(
      Money(value, .usd), from: Money(low, .usd), to: Money(high, .usd), source: conversion,
      confidence: .memoryMedium)
  }

  private static func days(_ value: Double, _ low: Double, _ high: Double, _ source: String) -> Estimate<
    Seconds
  > {
    Estimate(
      Seconds(days: value), in: Seconds(days: low)...Seconds(days: high), source: source,
      confidence: .memoryMedium)
  }

  /// Labour of moving one guest: planning, conversion and test together.
  public static let moveLabor = hours(8, 4, 16)
  /// Of which planning and preparing.
  public static let prepare = chosen(4)
  /// Of which the cut-over in a window.
  public static let cutOver = chosen(2)
  /// Of which the test.
  public static let test = chosen(2)
  /// Re-addressing one guest.
  public static let readdress = hours(1.5, 1, 2)
  /// Chance that a conversion fails or is rolled back.
  public static let failure = Estimate(
    Fraction(percent: 6), in: Fraction(percent: 3)...Fraction(percent: 10), source: conversion,
    confidence: .memoryMedium)
  /// Old and new side by side.
  public static let parallelRunning = days(28, 14, 56, "2 to 8 weeks, from memory of the literature")
  /// From order to delivery, and racking and cabling, of servers.
  public static let leadTime = days(21, 7, 42, "1 to 6 weeks, from memory of the literature")
  /// The rate of one copy over a gigabit network: 10 to 25 MB/s.
  public static let copyRate = Estimate(
    BitsPerSecond(140e6), in: BitsPerSecond(80e6)...BitsPerSecond(200e6),
    source: "hot clones at 10 to 25 MB/s on 1 Gbit/s, from memory of the literature",
    confidence: .memoryMedium)
  /// Conversion tool, for each server (2006 to 2008).
  public static let toolPrice = price(200, 150, 300)
  /// Training of one administrator.
  public static let trainingPrice = price(4000, 3000, 5000)
  /// Assessment of a site.
  public static let assessmentPrice = price(30_000, 20_000, 50_000)
  /// Taking one old server away, without wiping its disks.
  public static let removalPrice = price(150, 100, 200)
  /// Working time of one administrator's course.
  public static let trainingTime = Estimate(
    Seconds(hours: 40), source: "a course of one week, as vendors offer for about that price",
    confidence: .judgement)
}
