public import Quantities
public import Workload

/// Memory pages that guests of one system have in common and a hypervisor keeps once.
///
/// ```
/// reclaimed = common * (sum of m - largest m)
/// ```
/// - `common`: share of a guest's memory whose content the others hold too, without unit
/// - `m`: memory of each guest with the same system on the host, in bytes
///
/// A smaller guest's common pages are among a larger one's, so the largest guest's copy is the one that stays. For
/// `n` equal guests this is `common * (1 - 1 / n)` of their memory: one guest saves nothing, many save at most `common`,
/// and a guest never brings others more than its own common pages.
///
/// **Valid for**: guests of the same system with similar programs and 4 KiB pages. **Not modelled**: the hours until
/// the pages are found, pages that part again, sharing within one guest (zero pages), large pages, which end most
/// of it. **Source**: this program; it agrees with the deployments of ``PageSharingMeasurement``.
///
/// Example: ten identical Linux guests with 67 % of their memory in common reclaim 0.67 * 9/10 = 60.3 % of it; the
/// source measured about 60 %.
public struct PageSharing: Sendable, Hashable {
  /// The family it is for.
  public let family: OperatingSystem.Family
  /// Share of a guest's memory whose content the others hold too.
  public let common: Estimate<Fraction>

  /// Creates a gain.
  public init(family: OperatingSystem.Family, common: Estimate<Fraction>) {
    self.family = family
    self.common = common
  }

  /// The memory that guests of one system reclaim.
  public func reclaimed(fromGuestsWith memory: [Bytes]) -> Bytes {
    PageSharing.reclaimed(common: common.value, fromGuestsWith: memory)
  }

  /// The memory that guests of one system reclaim when they have a share of it in common.
  public static func reclaimed(common: Fraction, fromGuestsWith memory: [Bytes]) -> Bytes {
    guard let largest = memory.max() else { return .zero }
    return (memory.reduce(.zero, +) - largest) * common
  }
}
