import Quantities
public import Virtualization

/// Guests that run under another technique than the rest of their layout.
public struct TechniqueException: Sendable, Hashable {
  /// The name of their group.
  public let group: String
  /// What they run under.
  public let technique: Technique

  /// Creates an exception.
  public init(_ group: String, under technique: Technique) {
    self.group = group
    self.technique = technique
  }
}

extension Layout {
  /// Whether it says that guests run under several techniques.
  public var isMixed: Bool { !exceptions.isEmpty || !otherwise.isEmpty }

  /// Every technique that its guests may run under, its own first.
  public var techniques: [Technique] {
    ([technique] + exceptions.map(\.technique) + otherwise).reduce(into: []) { known, next in
      if !known.contains(where: { $0.name == next.name }) { known.append(next) }
    }
  }

  /// Whether each guest under a technique has a host to itself.
  public func givesWholeHosts(under technique: Technique) -> Bool {
    placement.oneGuestPerHost || isMixed && technique.kind == .bareMetal
  }

  /// How much of a host guests under a technique may plan to use. A machine with one guest needs no room for others.
  public func limits(under technique: Technique) -> HostLimits {
    givesWholeHosts(under: technique)
      ? HostLimits(cpu: .one, memory: .one, sizeBy: hostLimits.sizeBy) : hostLimits
  }
}
