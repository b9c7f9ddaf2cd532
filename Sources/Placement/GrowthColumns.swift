/// What is known of the growth of each flavour, side by side for all states that have hosts, so that a search is one pass
/// over a short row of numbers. Nothing is kept where there are more flavours than ``limit``.
struct GrowthColumns {
  private static let limit: Int = 256
  private let flavours: Int
  private var count = 0
  private var capacity = 256
  /// Flavour by flavour; not a number where it is not known.
  private var values: [Double]
  private let isKept: Bool

  init(flavours: Int) {
    self.flavours = flavours
    isKept = flavours <= GrowthColumns.limit
    values = isKept ? Array(repeating: .nan, count: flavours * capacity) : []
  }

  /// The next slot whose growth is not above a bar, or is not known.
  @inline(__always)
  func next(of flavour: Int32, from start: Int, notAbove bar: Double) -> Int? {
    guard isKept else { return start < count ? start : nil }
    return values.withUnsafeBufferPointer { values in
      let column = Int(flavour) * capacity
      var slot = start
      while slot < count {
        // Also true where it is not a number.
        if !(values[column + slot] > bar) { return slot }
        slot += 1
      }
      return nil
    }
  }

  func value(of flavour: Int32, _ slot: Int) -> Double {
    isKept ? values[Int(flavour) * capacity + slot] : .nan
  }

  mutating func set(_ value: Double, of flavour: Int32, _ slot: Int) {
    if isKept { values[Int(flavour) * capacity + slot] = value }
  }

  /// One slot more, of which nothing is known.
  mutating func append() {
    if isKept, count == capacity { grow() }
    count += 1
    for flavour in 0..<Int32(isKept ? flavours : 0) { set(.nan, of: flavour, count - 1) }
  }

  /// One slot less: the last one takes the place of another.
  mutating func removeLast(into slot: Int) {
    count -= 1
    for flavour in 0..<Int32(isKept ? flavours : 0) {
      set(value(of: flavour, count), of: flavour, slot)
    }
  }

  private mutating func grow() {
    var wider = [Double](repeating: .nan, count: values.count * 2)
    for flavour in 0..<flavours {
      for slot in 0..<count { wider[flavour * capacity * 2 + slot] = values[flavour * capacity + slot] }
    }
    values = wider
    capacity *= 2
  }
}
