/// The most that the size classes from a depth on can gain when one resource is kept exactly, and the others only through
/// their prices: a knapsack in one dimension for every depth and every free amount.
///
/// Large capacities are kept on a grid, sizes and free amounts rounded down, so that the sum is never too small.
struct ExactLine {
  let resource: Int
  let price: Int64
  private let capacity: Int64
  private let cells: Int
  private let table: Table

  /// Storage that frees itself.
  private final class Table: Sendable {
    nonisolated(unsafe) let values: UnsafeMutablePointer<Int64>
    init(_ count: Int) {
      values = .allocate(capacity: count)
      values.initialize(repeating: 0, count: count)
    }
    deinit { values.deallocate() }
  }

  init(resource: Int, capacity: Int64, price: Int64, sizes: [Int32], gains: [Int64], limits: [Int32]) {
    self.resource = resource
    self.price = price
    self.capacity = capacity
    let cells = Int(min(capacity, 512))
    self.cells = cells
    let width = cells + 1
    table = Table((sizes.count + 1) * width)
    for depth in sizes.indices.reversed() {
      let (row, later) = (table.values + depth * width, table.values + (depth + 1) * width)
      let size = Int(Int64(sizes[depth]) * Int64(cells) / capacity)
      for cell in 0..<width {
        var best = later[cell]
        if gains[depth] > 0 {
          if size == 0 {
            best += gains[depth] * Int64(limits[depth])
          } else {
            for count in 1...max(1, min(Int(limits[depth]), cells / size)) where count * size <= cell {
              best = max(best, later[cell - count * size] + Int64(count) * gains[depth])
            }
          }
        }
        row[cell] = best
      }
    }
  }

  /// The most that is left to gain.
  @inline(__always)
  func best(from depth: Int, free: Int32) -> Int64 {
    let cell = Int64(cells) == capacity ? Int(free) : Int(Int64(free) * Int64(cells) / capacity)
    return table.values[depth * (cells + 1) + cell]
  }
}
