/// So many slots, and a line of those who wait for one: first come, first served.
struct SlotLine: Sendable {
  private var free: Int
  private var line: [Int32] = []
  private var head = 0

  /// All slots are free.
  init(slots: Int) { free = slots }

  /// Gives someone a slot, or a place in the line.
  ///
  /// - Returns: whether it has a slot now.
  mutating func enter(_ item: Int32) -> Bool {
    guard free == 0 else {
      free -= 1
      return true
    }
    line.append(item)
    return false
  }

  /// Takes a slot back.
  ///
  /// - Returns: who has it from now on, if anyone waits.
  mutating func leave() -> Int32? {
    guard head < line.count else {
      free += 1
      return nil
    }
    head += 1
    return line[head - 1]
  }
}
