/// What a maker's processors can do up to a generation: a guest that started on a later one has seen more.
///
/// A cluster may hide what its newer processors have beyond a common baseline (VMware calls it enhanced vMotion
/// compatibility); then its guests see the same everywhere.
///
/// **Valid for**: server processors of one maker, each of whose generations has all that its predecessors had.
/// **Not modelled**: single features that a generation lost, such as AMD's 3DNow and FMA4. **Source**: the makers'
/// product histories and VMware's list of baselines (from memory, high confidence).
public struct ProcessorBaseline: Sendable, Hashable {
  /// The maker.
  public let vendor: ProcessorVendor
  /// The generation as messages name it.
  public let title: String
  /// The year of its first server processors.
  public let year: Int

  /// Intel's generations, oldest first.
  public static let intel = [
    ProcessorBaseline(vendor: .intel, title: "NetBurst", year: 2001),
    ProcessorBaseline(vendor: .intel, title: "Merom", year: 2006),
    ProcessorBaseline(vendor: .intel, title: "Penryn", year: 2007),
    ProcessorBaseline(vendor: .intel, title: "Nehalem", year: 2009),
    ProcessorBaseline(vendor: .intel, title: "Westmere", year: 2010),
    ProcessorBaseline(vendor: .intel, title: "Sandy Bridge", year: 2012),
    ProcessorBaseline(vendor: .intel, title: "Ivy Bridge", year: 2013),
    ProcessorBaseline(vendor: .intel, title: "Haswell", year: 2014),
    ProcessorBaseline(vendor: .intel, title: "Broadwell", year: 2016),
    ProcessorBaseline(vendor: .intel, title: "Skylake", year: 2017),
    ProcessorBaseline(vendor: .intel, title: "Cascade Lake", year: 2019),
    ProcessorBaseline(vendor: .intel, title: "Ice Lake", year: 2021),
    ProcessorBaseline(vendor: .intel, title: "Sapphire Rapids", year: 2023),
  ]

  /// AMD's generations, oldest first.
  public static let amd = [
    ProcessorBaseline(vendor: .amd, title: "Opteron", year: 2003),
    ProcessorBaseline(vendor: .amd, title: "Opteron Rev. F", year: 2006),
    ProcessorBaseline(vendor: .amd, title: "Barcelona", year: 2007),
    ProcessorBaseline(vendor: .amd, title: "Bulldozer", year: 2011),
    ProcessorBaseline(vendor: .amd, title: "Piledriver", year: 2012),
    ProcessorBaseline(vendor: .amd, title: "Naples", year: 2017),
    ProcessorBaseline(vendor: .amd, title: "Rome", year: 2019),
    ProcessorBaseline(vendor: .amd, title: "Milan", year: 2021),
    ProcessorBaseline(vendor: .amd, title: "Genoa", year: 2022),
  ]

  /// The generation of a name; nil if it is not known.
  public static func named(_ title: String) -> ProcessorBaseline? {
    (intel + amd).first { $0.title == title }
  }

  /// Whether this generation can do all that another can.
  public func covers(_ other: ProcessorBaseline) -> Bool { vendor == other.vendor && year >= other.year }
}
