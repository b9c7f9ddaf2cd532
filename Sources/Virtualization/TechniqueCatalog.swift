/// The virtualization techniques known by name; a new one is a file in `Techniques` and a line here.
public enum TechniqueCatalog {
  /// Every technique, in the order in which messages offer them: bare metal, which gives up consolidation, last.
  public static let all: [Technique] = [
    .xen3Paravirtual,
    .vmwareESX3,
    .vmwareESX2,
    .bareMetal,
  ]

  /// The technique of a name.
  public static func named(_ name: String) -> Technique? { all.first { $0.name == name } }
}
