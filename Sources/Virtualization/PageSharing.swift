public import Quantities
public import Workload

/// Memory pages that guests of one system have in common and a hypervisor keeps once.
///
/// ```
/// reclaimed = common * (1 - 1 / n) * sum of guest memory
/// ```
/// - `common`: share of a guest's memory whose content the others hold too, without unit
/// - `n`: guests of the same system on the host
///
/// Of `n` copies of a common page one stays, so a single guest saves nothing and many guests save at most `common`.
///
/// **Valid for**: guests of the same system with similar programs and 4 KiB pages. **Not modelled**: the hours until
/// the pages are found, pages that part again, sharing within one guest (zero pages), large pages, which end most
/// of it. **Source**: form after C. Waldspurger, *Memory Resource Management in VMware ESX Server*, OSDI 2002
/// (figures from memory, high confidence).
///
/// Example: ten identical Linux guests with 67 % of their memory in common reclaim 0.67 * 0.9 = 60.3 % of it; the
/// paper measured about 60 %.
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

  /// The share of the memory of so many guests that is reclaimed.
  public func reclaimed(guests: Int) -> Fraction {
    PageSharing.reclaimed(common: common.value, guests: guests)
  }

  /// The share of the memory of so many guests that is reclaimed when they have a share of it in common.
  public static func reclaimed(common: Fraction, guests: Int) -> Fraction {
    guests > 1 ? common * (1 - 1 / Double(guests)) : .zero
  }
}
