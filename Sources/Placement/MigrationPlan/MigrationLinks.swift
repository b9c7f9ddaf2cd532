/// What moves share while they last: the links of hosts, and uplinks of enclosures or racks.
///
/// A link has so many *units*: slots for migrations, or parts of its rate. A move uses as many units as the narrowest of
/// its links has, at most ``MigrationTimes/widest``, on every link it goes over:
///
/// - the link of the host it leaves and of the host it comes to,
/// - the uplink of the domain it leaves and of the one it comes to, if these differ.
///
/// With links in both directions (``Directions/separate``) leaving and coming use units of their own, as on a switched
/// network; with ``Directions/shared`` they use the same, as limits on migrations of a host are usually counted.
public struct MigrationLinks: Sendable, Hashable {
  /// Whether what leaves and what comes use the same units.
  public enum Directions: Sendable, Hashable {
    /// A host that sends to one and receives from another uses two units.
    case shared
    /// As many may leave as may come, at once.
    case separate
  }

  /// The uplinks of domains.
  public struct Uplinks: Sendable, Hashable {
    /// The domains, such as enclosures.
    public let domains: FailureDomains
    /// The units of each domain's uplink.
    public let units: Int32

    /// Uplinks of equal width.
    public init(of domains: FailureDomains, units: Int32) {
      precondition(units >= 1, "an uplink carries something")
      self.domains = domains
      self.units = units
    }
  }

  /// Whether what leaves and what comes use the same units.
  public let directions: Directions
  /// The units of each host's link.
  public let unitsOfHost: [Int32]
  /// Links behind those of hosts.
  public let uplinks: [Uplinks]

  /// Creates links.
  public init(unitsOfHost: [Int32], directions: Directions = .shared, uplinks: [Uplinks] = []) {
    precondition(unitsOfHost.allSatisfy { $0 >= 1 }, "a link carries something")
    precondition(
      uplinks.allSatisfy { $0.domains.domainOfHost.count == unitsOfHost.count }, "domains cover every host")
    self.directions = directions
    self.unitsOfHost = unitsOfHost
    self.uplinks = uplinks
  }

  /// Equal links.
  public init(hosts: Int, slots: Int32, directions: Directions = .shared, uplinks: [Uplinks] = []) {
    self.init(
      unitsOfHost: [Int32](repeating: slots, count: hosts), directions: directions, uplinks: uplinks)
  }

  /// The units that a move uses of each of its links.
  public func width(from: Int32, to: Int32, widest: Int) -> Int32 {
    var width = min(Int32(widest), unitsOfHost[Int(from)], unitsOfHost[Int(to)])
    for uplink in uplinks
    where uplink.domains.domainOfHost[Int(from)] != uplink.domains.domainOfHost[Int(to)] {
      width = min(width, uplink.units)
    }
    return width
  }
}

// Links as dense numbers, one for each direction that has units of its own.
extension MigrationLinks {
  private var stride: Int { directions == .shared ? 1 : 2 }

  /// How many numbers a move has at most.
  var linesOfMove: Int { 2 + 2 * uplinks.count }

  /// The units of every line.
  var unitsOfLine: [Int32] {
    var units = unitsOfHost.flatMap { [Int32](repeating: $0, count: stride) }
    for uplink in uplinks { units += [Int32](repeating: uplink.units, count: uplink.domains.count * stride) }
    return units
  }

  /// The lines that a move uses; -1 fills the places of uplinks that it does not use.
  func lines(from: Int32, to: Int32) -> [Int32] {
    let stride = Int32(stride)
    var lines = [from * stride, to * stride + stride - 1]
    var offset = Int32(unitsOfHost.count) * stride
    for uplink in uplinks {
      let (left, entered) = (
        uplink.domains.domainOfHost[Int(from)], uplink.domains.domainOfHost[Int(to)]
      )
      lines += left == entered ? [-1, -1] : [offset + left * stride, offset + entered * stride + stride - 1]
      offset += Int32(uplink.domains.count) * stride
    }
    return lines
  }

  /// A line in words, and the host it belongs to: `link of` and 3, or `uplink into enclosure 1`.
  func name(ofLine line: Int) -> (subject: String, host: Int32?) {
    func way(_ line: Int) -> String { directions == .shared ? "of" : line % 2 == 0 ? "out of" : "into" }
    var rest = line - unitsOfHost.count * stride
    if rest < 0 { return ("link \(way(line))", Int32(line / stride)) }
    for uplink in uplinks {
      if rest < uplink.domains.count * stride {
        return ("uplink \(way(rest)) \(uplink.domains.name) \(rest / stride)", nil)
      }
      rest -= uplink.domains.count * stride
    }
    preconditionFailure("a line of no link")
  }
}
