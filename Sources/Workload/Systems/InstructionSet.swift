/// The instruction set that a machine executes or a program was compiled for.
public enum InstructionSet: String, Sendable, Hashable, CaseIterable {
  /// Intel's 32-bit architecture and compatibles.
  case x86
  /// The 64-bit extension of x86 (AMD64, Intel 64).
  case amd64 = "x86-64"
  /// Intel's Itanium.
  case itanium
  /// Sun's SPARC, 32 and 64 bits.
  case sparc
  /// IBM's POWER and PowerPC.
  case power
  /// Hewlett-Packard's Precision Architecture.
  case paRISC = "pa-risc"
  /// Digital's Alpha.
  case alpha
  /// 64-bit ARM.
  case arm64
  /// Digital's VAX.
  case vax
  /// Digital's PDP-10.
  case pdp10 = "pdp-10"
  /// Digital's PDP-11.
  case pdp11 = "pdp-11"

  /// The name in messages and reports.
  public var title: String {
    switch self {
    case .x86, .amd64: rawValue
    case .itanium: "Itanium"
    case .paRISC: "PA-RISC"
    case .alpha: "Alpha"
    case .sparc, .power, .arm64, .vax, .pdp10, .pdp11: rawValue.uppercased()
    }
  }

  /// The instruction sets whose programs this machine executes without emulation, its own first.
  public var executable: [InstructionSet] { self == .amd64 ? [.amd64, .x86] : [self] }

  /// Whether this machine executes programs of an instruction set without emulation.
  public func executes(_ other: InstructionSet) -> Bool { executable.contains(other) }
}
