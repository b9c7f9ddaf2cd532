public import Quantities

/// A way to get a new machine or guest, and how long it takes until it can boot.
///
/// ```
/// time = fixed + data / rate + perPartition * partitions
/// ```
/// - data: what must be copied, in bytes; rate: of the copy, in bits a second
/// - fixed: all that does not depend on the data, in seconds
///
/// Boot time is the technique's (``TechniqueTimes/boot``) and comes after. Labour is the time of people, who work beside
/// the copy.
///
/// **Valid for**: one at a time; many at once queue (``BootStorm``). **Source**: practice, by entry.
public struct ProvisioningMethod: Sendable, Hashable {
  /// The name, such as `template-copy-2005`.
  public let name: String
  /// All that does not depend on the data.
  public let fixed: Estimate<Seconds>
  /// The rate of the copy; nil where nothing of size is copied.
  public let rate: Estimate<BitsPerSecond>?
  /// What each partition of a system adds.
  public let perPartition: Seconds
  /// The time of people that each takes; nil where it is part of ``fixed`` or small.
  public let labour: Estimate<Seconds>?

  init(
    _ name: String, fixed: Estimate<Seconds>, megabytesPerSecond: ClosedRange<Double>? = nil,
    source: String = "", confidence: Confidence = .memoryLow, perPartition: Seconds = .zero,
    labour: Estimate<Seconds>? = nil
  ) {
    func bits(_ megabytes: Double) -> BitsPerSecond { BitsPerSecond(megabytes * 8e6) }
    self.name = name
    self.fixed = fixed
    self.rate = megabytesPerSecond.map { range in
      // The geometric middle: rates differ by factors.
      Estimate(
        bits((range.lowerBound * range.upperBound).squareRoot()),
        in: bits(range.lowerBound)...bits(range.upperBound), source: source, confidence: confidence)
    }
    self.perPartition = perPartition
    self.labour = labour
  }

  /// The time until a machine or guest can boot.
  ///
  /// - Parameters:
  ///   - data: what is copied: a template's image, the used space of a disk, a backup.
  ///   - rate: of the copy; nil for the usual one.
  ///   - partitions: of systems to restart one by one.
  public func time(copying data: Bytes, at rate: BitsPerSecond? = nil, partitions: Int = 1) -> Seconds {
    var time = fixed.value + perPartition * Double(partitions)
    if let rate = rate ?? self.rate?.value, self.rate != nil { time += Seconds(data.value * 8 / rate.value) }
    return time
  }

  private static let customization = Estimate(
    Seconds(minutes: 3.5), in: Seconds(minutes: 2)...Seconds(minutes: 5), source: "customization",
    confidence: .memoryLow)

  /// To procure, rack and cable a physical server.
  public static let physicalServer = ProvisioningMethod(
    "physical-server",
    fixed: Estimate(
      Seconds(days: 21), in: Seconds(days: 7)...Seconds(days: 42),
      source: "to procure, rack and cable a server takes 1 to 6 weeks", confidence: .memoryMedium))

  /// A physical server restored from an image of its disks.
  public static let bareMetalImage = ProvisioningMethod(
    "bare-metal-image",
    fixed: Estimate(exactly: .zero, source: "the copy is the work", confidence: .derived),
    megabytesPerSecond: 10...60,
    source: "vendor: 5 to 30 min for an image, taken as 18 GB", confidence: .published,
    perPartition: Seconds(minutes: 2))

  /// A guest copied whole from a template, over 1 Gbit/s and the disks of 2005.
  public static let templateCopy2005 = ProvisioningMethod(
    "template-copy-2005", fixed: customization, megabytesPerSecond: 10...25,
    source: "1 Gbit/s Ethernet in 2005")

  /// A guest copied whole from a template on a later array.
  public static let templateCopy = ProvisioningMethod(
    "template-copy", fixed: customization, megabytesPerSecond: 100...500, source: "later arrays")

  /// A guest that shares its template's disk and keeps only what differs.
  public static let linkedClone = ProvisioningMethod(
    "linked-clone",
    fixed: Estimate(Seconds(10), in: Seconds(2)...Seconds(60), source: "seconds", confidence: .memoryLow))

  /// A container, its image being on the host.
  public static let containerStart = ProvisioningMethod(
    "container-start",
    fixed: Estimate(Seconds(1), in: Seconds(0.1)...Seconds(10), source: "seconds", confidence: .memoryLow))

  /// A physical server copied into a guest while it runs.
  public static let physicalToVirtual = ProvisioningMethod(
    "physical-to-virtual",
    fixed: Estimate(exactly: .zero, source: "the copy is the work", confidence: .derived),
    megabytesPerSecond: 10...25, source: "hot clone of the used space over 1 Gbit/s",
    confidence: .memoryMedium,
    labour: Estimate(
      Seconds(hours: 8), in: Seconds(hours: 4)...Seconds(hours: 16),
      source: "preparation, tests and clean-up", confidence: .memoryMedium))

  /// Every method, slowest first.
  public static let all = [
    physicalServer, physicalToVirtual, bareMetalImage, templateCopy2005, templateCopy, linkedClone,
    containerStart,
  ]

  /// The method of a name.
  public static func named(_ name: String) -> ProvisioningMethod? { all.first { $0.name == name } }
}
