public import Quantities
public import Virtualization

/// One layout under many techniques: which of them carry the guests, and why the others do not.
///
/// A technique that refuses a guest, or on which a guest is larger than a host, is left out of the simulation; what stands
/// in its way is kept. A group of which there is no guest, now or later, stands in nobody's way: it asks who could carry it.
/// Nor does one that the layout runs under another technique (``Layout/exceptions``, ``Layout/otherwise``), as long as
/// somebody runs under the technique itself.
///
/// **Not modelled**: layouts that come out too large for a given number of servers; they show when they are designed.
public struct TechniqueSurvey: Sendable {
  /// What stands between a technique and a guest.
  public struct Hindrance: Sendable, Hashable {
    /// What kind: one of ``Refusal/Obstacle``, or ``size``.
    public let obstacle: String
    /// The reason, as a clause.
    public let reason: String
    /// The techniques that could carry the guest.
    public let possible: [String]

    /// The kind of hindrance of a guest that is larger than what a host offers.
    public static let size = "host size"
  }

  /// What a technique costs a guest of a group, and whether it carries it.
  public struct Finding: Sendable, Hashable {
    /// The part of its native throughput that its mix of work keeps.
    public let efficiency: Fraction
    /// The memory it takes of an otherwise empty host.
    public let memory: Bytes
    /// What stands in the way; nil if the technique carries the guest.
    public let hindrance: Hindrance?
  }

  /// A technique with its findings.
  public struct Entry: Sendable {
    /// The technique.
    public let technique: Technique
    /// What it means for each group of guests, in the order of the scenario.
    public let findings: [Finding]
    /// The index of its layout in the scenario; nil when it was left out.
    public let layout: Int?
  }

  /// The name that its layouts begin with.
  public let name: String
  /// Which entry of the scenario's list of layouts it is.
  public let entry: Int
  /// Every technique, in the order in which they were named.
  public let entries: [Entry]

  /// What a scenario finds that cannot be simulated under any of the techniques.
  var issue: Issue? {
    guard entries.allSatisfy({ $0.layout == nil }) else { return nil }
    let reasons = entries.compactMap { entry in entry.findings.compactMap(\.hindrance?.reason).first }
    return Issue(
      at: "layouts[\(entry)].techniques", "none of the techniques carries all guests",
      help: reasons.isEmpty ? "name a technique" : reasons.prefix(3).joined(separator: "; "))
  }
}
