public import Quantities

/// How much is lost at once.
public struct BlastRadius: Hashable, Sendable {
  /// Hosts that are down or cut off.
  public let hosts: Int
  /// Guests on those hosts.
  public let guests: Int
  /// Hosts that are up but have lost a network path.
  public let paths: Int
  /// Hosts that are up but have lost one of the feeds of their rack.
  public let sides: Int
  /// Guests on hosts that are up but have lost a path or a feed.
  public let degradedGuests: Int
  /// Hosts of the site, lost or not.
  public let hostsOfSite: Int

  /// The share of the site's hosts that is lost; zero for a site without hosts.
  public var shareOfHosts: Fraction {
    hostsOfSite == 0 ? .zero : Fraction(Double(hosts) / Double(hostsOfSite))
  }
}
