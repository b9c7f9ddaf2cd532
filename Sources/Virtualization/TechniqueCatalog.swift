/// The virtualization techniques known by name; a new one is a file in `Techniques` and a line here.
public enum TechniqueCatalog {
  /// Every technique.
  public static let all: [Technique] = [
    .bareMetal,
    .vmwareESX2,
    .vmwareESX3,
    .xen3Paravirtual,
  ]

  /// The technique of a name.
  public static func named(_ name: String) -> Technique? { all.first { $0.name == name } }
}
