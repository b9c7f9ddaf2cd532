/// Which blades sit in which enclosure, in the order of their numbers.
///
/// ```
/// filled   enclosures = ceil(blades / blades that one holds), the last one with what is left
/// even     the first (blades mod enclosures) hold floor(blades / enclosures) + 1, the others one fewer
/// ```
/// **Valid for** blades of one form. **Not modelled**: enclosures that are filled by weight, power or function.
///
/// Example: 9 blades fill one enclosure of 16 bays; spread over 4 there are 3, 2, 2 and 2.
public struct BladeSpread: Hashable, Sendable {
  /// How many blades there are.
  public let blades: Int
  /// How many enclosures there are; 0 for rack servers.
  public let enclosures: Int
  /// The most blades in an enclosure; 0 for rack servers.
  public let largest: Int
  /// The first enclosures, which hold ``largest``, and the blades in each that follows.
  private let largeCount: Int
  private let smaller: Int

  /// Fills one enclosure after the other, each with a number of blades; with 0, there are none.
  public init(_ blades: Int, filling perEnclosure: Int) {
    self.blades = blades
    enclosures = perEnclosure > 0 ? (blades + perEnclosure - 1) / perEnclosure : 0
    (largest, smaller) = (perEnclosure, perEnclosure)
    largeCount = enclosures
  }

  /// Spreads blades over a number of enclosures, 1 or more; with fewer blades than enclosures the last stay empty.
  public init(_ blades: Int, over enclosures: Int) {
    precondition(enclosures > 0, "blades need an enclosure")
    self.blades = blades
    self.enclosures = enclosures
    let (each, left) = blades.quotientAndRemainder(dividingBy: enclosures)
    largest = left > 0 ? each + 1 : each
    largeCount = left > 0 ? left : enclosures
    smaller = each
  }

  /// The enclosure of a blade; nil for a rack server. Blades beyond those that there are would sit in further ones.
  public func enclosure(of blade: Int) -> Int? {
    guard largest > 0 else { return nil }
    let beyond = blade - largest * largeCount
    return beyond < 0 ? blade / largest : largeCount + beyond / max(1, smaller)
  }

  /// The blades of an enclosure.
  public func blades(in enclosure: Int) -> Range<Int> { start(of: enclosure)..<start(of: enclosure + 1) }

  private func start(of enclosure: Int) -> Int {
    min(blades, min(enclosure, largeCount) * largest + max(0, enclosure - largeCount) * smaller)
  }

  /// How many enclosures hold how many blades, the fullest first; none for rack servers.
  public var kinds: [(enclosures: Int, blades: Int)] {
    var found: [(enclosures: Int, blades: Int)] = []
    for enclosure in 0..<enclosures {
      let count = blades(in: enclosure).count
      if found.last?.blades == count {
        found[found.count - 1].enclosures += 1
      } else {
        found.append((1, count))
      }
    }
    return found
  }
}
