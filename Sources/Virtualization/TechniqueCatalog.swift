/// The virtualization techniques known by name; a new one is a file in `Techniques` and a line here.
public enum TechniqueCatalog {
  /// Every technique, in the order in which messages offer them: the present before the past, hypervisors
  /// before emulators, and bare metal, which gives up consolidation, last.
  public static let all: [Technique] = [
    .esxi,
    .kvm,
    .hyperV,
    .microVM,
    .nestedPagingIntel,
    .nestedPagingAMD,
    .kvm2014,
    .hyperV2012,
    .hyperV2008,
    .containers,
    .virtuozzo,
    .virtuozzoWindows,
    .linuxVServer,
    .solarisZones,
    .xen3Paravirtual,
    .vmwareESX3,
    .vmwareESX2,
    .xen3HVM,
    .firstVTx,
    .firstAMDV,
    .vmwareGSX,
    .vmwareWorkstation,
    .virtualServer2005,
    .userModeLinux,
    .simhVAX,
    .simhPDP11,
    .simhPDP10,
    .qemuTranslation,
    .bochs,
    .bareMetal,
  ]

  /// The technique of a name.
  public static func named(_ name: String) -> Technique? { all.first { $0.name == name } }
}
