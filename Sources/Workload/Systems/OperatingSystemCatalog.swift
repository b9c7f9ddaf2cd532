import Quantities

/// The operating systems known by name; a new one is one line.
public enum OperatingSystemCatalog {
  /// Every system, by family and year.
  public static let all: [OperatingSystem] = [
    linux("linux-2.4", "Linux 2.4", 2001, .x86, 32),
    linux("linux-2.6", "Linux 2.6", 2003, .x86, 32),
    linux("linux-2.6-64", "Linux 2.6 (64-bit)", 2004, .amd64, 64),
    linux("linux-3", "Linux 3", 2011, .amd64, 64),
    linux("linux-5", "Linux 5", 2019, .amd64, 64),
    windows("windows-nt-4", "Windows NT 4.0", 1996, .x86, 32, megabytes: 64, in: 32...96),
    windows("windows-2000", "Windows 2000", 2000, .x86, 32, megabytes: 128, in: 96...192),
    windows("windows-2003", "Windows 2003", 2003, .x86, 32, megabytes: 200, in: 150...250),
    windows("windows-2003-64", "Windows 2003 x64", 2005, .amd64, 64, megabytes: 250, in: 150...350),
    windows("windows-2008-r2", "Windows 2008 R2", 2009, .amd64, 64, megabytes: 512, in: 350...800),
    windows("windows-2012-r2", "Windows 2012 R2", 2013, .amd64, 64, megabytes: 700, in: 500...1024),
    windows("windows-2022", "Windows 2022", 2021, .amd64, 64, megabytes: 1024, in: 700...2048),
    other("solaris-9", "Solaris 9", .solaris, 2002, .sparc, 64, megabytes: 128, in: 64...256),
    other("solaris-10", "Solaris 10", .solaris, 2005, .sparc, 64, megabytes: 256, in: 128...512),
    other("solaris-10-x86", "Solaris 10 (x86)", .solaris, 2005, .amd64, 64, megabytes: 256, in: 128...512),
    other("freebsd-6", "FreeBSD 6", .bsd, 2005, .x86, 32, megabytes: 48, in: 24...96),
    other("openvms-vax-7", "OpenVMS VAX 7", .vms, 1996, .vax, 32, megabytes: 16, in: 8...32),
    other("ultrix-4", "Ultrix 4", .ultrix, 1990, .vax, 32, megabytes: 8, in: 4...16),
    other("rsx-11m-plus", "RSX-11M-Plus", .rsx, 1979, .pdp11, 16, megabytes: 0.25, in: 0.125...0.5),
    other("tops-20", "TOPS-20", .tops, 1976, .pdp10, 36, megabytes: 2, in: 1...4),
  ]

  /// The system of a name.
  public static func named(_ name: String) -> OperatingSystem? { all.first { $0.name == name } }

  private static func linux(
    _ name: String, _ title: String, _ year: Int, _ instructionSet: InstructionSet, _ bits: Int
  ) -> OperatingSystem {
    OperatingSystem(
      name: name, title: title, family: .linux, year: year, instructionSet: instructionSet, bits: bits,
      hasModifiableKernel: true,
      baseMemory: Estimate(
        Bytes(mebibytes: 70), in: Bytes(mebibytes: 40)...Bytes(mebibytes: 100),
        source: "a server installation without applications; the middle of 40 to 100 MB",
        confidence: .memoryMedium)
    )
  }

  private static func windows(
    _ name: String, _ title: String, _ year: Int, _ instructionSet: InstructionSet, _ bits: Int,
    megabytes: Double, in range: ClosedRange<Double>
  ) -> OperatingSystem {
    other(name, title, .windows, year, instructionSet, bits, megabytes: megabytes, in: range)
  }

  private static func other(
    _ name: String, _ title: String, _ family: OperatingSystem.Family, _ year: Int,
    _ instructionSet: InstructionSet, _ bits: Int, megabytes: Double, in range: ClosedRange<Double>
  ) -> OperatingSystem {
    // Windows 2003 is the one Windows figure with a source (150 to 250 MB); the others are set beside it.
    OperatingSystem(
      name: name, title: title, family: family, year: year, instructionSet: instructionSet, bits: bits,
      hasModifiableKernel: family == .bsd,
      baseMemory: Estimate(
        Bytes(mebibytes: megabytes),
        in: Bytes(mebibytes: range.lowerBound)...Bytes(mebibytes: range.upperBound),
        source: "a server installation without applications",
        confidence: name == "windows-2003" ? .memoryMedium : .memoryLow))
  }
}
