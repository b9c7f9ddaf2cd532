/// Tasks that are ready and wait, the lowest number first.
///
/// Kept in falling order, so that the first is taken from the end; new tasks of early waves go near the end.
struct ReadyQueue: Sendable {
  private var tasks: [Int32] = []

  var isEmpty: Bool { tasks.isEmpty }
  var first: Int32? { tasks.last }

  mutating func insert(_ task: Int32) { tasks.insert(task, at: place(of: task)) }

  /// Takes a task out that waits.
  mutating func remove(_ task: Int32) { tasks.remove(at: place(of: task)) }

  /// Where a task stands or belongs.
  private func place(of task: Int32) -> Int {
    var (low, high) = (0, tasks.count)
    while low < high {
      let middle = (low + high) / 2
      if tasks[middle] > task { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func popFirst() -> Int32? { tasks.popLast() }

  /// The first task that fits.
  func first(where fits: (Int32) -> Bool) -> Int32? { tasks.last(where: fits) }
}
