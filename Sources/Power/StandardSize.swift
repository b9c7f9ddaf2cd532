public import Quantities

/// How equipment that is sold in a few sizes is chosen for a load: UPS modules, cooling units.
public enum StandardSize {
  /// The size that carries a load with the least capacity together, spare pieces counted; of equal sums the largest, which are
  /// fewest. Above what so many of the largest carry it is the largest.
  ///
  /// **Not modelled**: what fewer, larger pieces save in price and floor. **Source**: planning practice (from memory, medium
  /// confidence): what stands idle loses too.
  ///
  /// - Parameters:
  ///   - load: what must be carried.
  ///   - sizes: those on offer, smallest first; at least one.
  ///   - mostSharing: pieces that share the load at most, spare ones not counted.
  ///   - installed: the pieces to install where a number of them must carry the load.
  public static func least(
    carrying load: Watts, of sizes: [Watts], mostSharing: Int, installed: (_ needed: Int) -> Int
  ) -> Watts {
    func capacity(_ size: Watts) -> Watts { size * Double(installed(Int((load / size).rounded(.up)))) }
    return sizes.reversed().filter { load / $0 <= Double(mostSharing) }.min { capacity($0) < capacity($1) }
      ?? sizes[sizes.count - 1]
  }
}
