public import Quantities

/// The uniform load of one rack on the floor under it and half of each aisle.
///
/// ```
/// p = m * g / (w * (d + t))
/// ```
///
/// - p: load, Pa; m: mass of the rack with its contents, kg; g: 9.80665 m/s2; w: rack width, m; d: rack depth, m;
///   t: depth of the half aisles in front and behind that carry with it, m.
///
/// **Valid for**: a check against a uniform floor rating. **Not modelled**: load on one point under a foot, rolling
/// load while moving in; both need the floor panel's own rating. **Source**: derived; floor ratings in
/// ``FloorRating``.
///
/// Example: four full c7000 with their rack, about 1 030 kg on 0.6 m x (1.0 + 1.0) m, press with 8.4 kPa: too much
/// for a floor of 150 psf, not for one of 250 psf.
public struct FloorLoad: Hashable, Sendable {
  /// Mass of the rack with its contents.
  public let mass: Kilograms
  /// Width of the rack.
  public let width: Meters
  /// Depth of the rack.
  public let depth: Meters
  /// Depth of the half aisles that carry with it, front and rear together.
  public let tributaryDepth: Meters

  /// Half of a cold and half of a hot aisle, about 1 m in all.
  public static let halfAisles = Meters(1)
  /// Standard gravity, m/s2 (CGPM 1901).
  static let gravity = 9.80665

  /// Creates a load; sizes above zero.
  public init(mass: Kilograms, width: Meters, depth: Meters, tributaryDepth: Meters = halfAisles) {
    precondition(width > .zero && depth > .zero && tributaryDepth >= .zero, "a rack stands on floor")
    self.mass = mass
    self.width = width
    self.depth = depth
    self.tributaryDepth = tributaryDepth
  }

  /// Creates the load of a rack of a type with contents of a mass.
  public init(_ rack: RackType, contents: Kilograms, tributaryDepth: Meters = halfAisles) {
    self.init(
      mass: rack.emptyWeight + contents, width: rack.width, depth: rack.depth, tributaryDepth: tributaryDepth)
  }

  /// The floor that carries it.
  public var area: SquareMeters { SquareMeters(width.value * (depth.value + tributaryDepth.value)) }

  /// The load as mass over area.
  public var massPerArea: KilogramsPerSquareMeter { KilogramsPerSquareMeter(mass.value / area.value) }

  /// The load as pressure.
  public var pressure: Pascals { Pascals(massPerArea.value * Self.gravity) }

  /// Whether a floor rated for a mass per area carries it.
  public func isCarried(by limit: KilogramsPerSquareMeter) -> Bool { massPerArea <= limit }

  /// Whether a floor of a rating carries it.
  public func isCarried(by rating: FloorRating) -> Bool { pressure <= rating.pressure }
}

/// What a kind of floor carries as uniform load.
public struct FloorRating: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The uniform load it carries.
  public let pressure: Pascals
  /// Where the figure comes from, and how sure it is.
  public let source: String

  /// Creates a rating.
  public init(name: String, pressure: Pascals, source: String) {
    self.name = name
    self.pressure = pressure
    self.source = source
  }

  /// Creates a rating from pounds of force a square foot, of which one is 47.880259 Pa.
  init(name: String, poundsPerSquareFoot: Double, source: String) {
    self.init(name: name, pressure: Pascals(poundsPerSquareFoot * 47.880259), source: source)
  }

  /// An office slab, 50 psf.
  public static let office = FloorRating(
    name: "office-slab", poundsPerSquareFoot: 50, source: "from memory of building codes, medium confidence")
  /// A light raised floor or data centre slab, 150 psf.
  public static let light = FloorRating(
    name: "data-centre-150-psf", poundsPerSquareFoot: 150, source: "from memory of TIA-942, medium confidence"
  )
  /// A heavy raised floor or data centre slab, 250 psf.
  public static let heavy = FloorRating(
    name: "data-centre-250-psf", poundsPerSquareFoot: 250, source: "from memory of TIA-942, medium confidence"
  )

  /// Every rating, weakest first.
  public static let all = [office, light, heavy]
}
