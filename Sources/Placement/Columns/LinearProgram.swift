internal import CClp

/// A linear program that grows by columns: the one door to the solver (COIN-OR CLP, decision record 0006).
///
/// ```
/// minimize Σ c_j x_j   subject to   lower_i <= Σ a_ij x_j <= upper_i,   x_j >= 0
/// ```
/// Everything here is in floating point, so nothing that leaves this room as proven may rest on it: bounds turn its
/// duals into integers and prove them again.
final class LinearProgram {
  private let pointer: UnsafeMutableRawPointer
  private(set) var columnCount = 0
  private var rowLower: [Double]
  private var rowUpper: [Double]
  private var waiting = WaitingColumns()

  /// Creates a program of rows without columns.
  init(rowLower: [Double], rowUpper: [Double]) {
    precondition(rowLower.count == rowUpper.count, "a row has two bounds")
    guard let model = Clp_newModel() else { preconditionFailure("no memory for a linear program") }
    pointer = model
    self.rowLower = rowLower
    self.rowUpper = rowUpper
    Clp_setLogLevel(pointer, 0)
    Clp_scaling(pointer, 0)
    Clp_setPerturbation(pointer, 100)
    Clp_resize(pointer, Int32(rowLower.count), 0)
    changeRowBounds(rowLower, rowUpper)
  }

  deinit { Clp_deleteModel(pointer) }

  /// How many rows there are.
  var rowCount: Int { rowLower.count }

  /// The least a row may amount to.
  func lower(_ row: Int) -> Double { rowLower[row] }

  /// The most a row may amount to.
  func upper(_ row: Int) -> Double { rowUpper[row] }

  /// Sets what the rows may amount to.
  func changeRowBounds(_ lower: [Double], _ upper: [Double]) {
    precondition(lower.count == rowCount && upper.count == rowCount, "a row has two bounds")
    rowLower = lower
    rowUpper = upper
    Clp_chgRowLower(pointer, lower)
    Clp_chgRowUpper(pointer, upper)
  }

  /// Adds a column between 0 and an upper limit.
  func addColumn(
    cost: Double, rows: [Int32], values: [Double], upper: Double = Double.greatestFiniteMagnitude
  ) {
    waiting.append(cost: cost, rows: rows, values: values, upper: upper)
    columnCount += 1
  }

  /// Columns that the library has not been given yet: it copies its whole matrix each time that it gets some.
  private struct WaitingColumns {
    var upper: [Double] = []
    var cost: [Double] = []
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    var values: [Double] = []

    mutating func append(cost: Double, rows: [Int32], values: [Double], upper: Double) {
      self.cost.append(cost)
      self.upper.append(upper)
      self.rows += rows
      self.values += values
      starts.append(Int32(self.rows.count))
    }
  }

  private func handOver() {
    guard !waiting.cost.isEmpty else { return }
    let lower = [Double](repeating: 0, count: waiting.cost.count)
    Clp_addColumns(
      pointer, Int32(waiting.cost.count), lower, waiting.upper, waiting.cost, waiting.starts, waiting.rows,
      waiting.values)
    waiting = WaitingColumns()
  }

  /// Sets what each column costs.
  func changeCosts(_ costs: [Double]) {
    precondition(costs.count == columnCount, "a column has a cost")
    handOver()
    Clp_chgObjCoefficients(pointer, costs)
  }

  /// Sets how much there may be of each column.
  func changeUpper(_ upper: [Double]) {
    precondition(upper.count == columnCount, "a column has an upper limit")
    handOver()
    Clp_chgColumnUpper(pointer, upper)
  }

  /// Solves from where the last solution stood.
  ///
  /// - Returns: whether an optimum was found.
  func minimize() -> Bool {
    // The library does not take a program without columns.
    guard columnCount > 0, rowCount > 0 else { return false }
    handOver()
    Clp_primal(pointer, 0)
    return Clp_status(pointer) == 0
  }

  /// Solves after rows have changed, from where the last solution stood.
  func minimizeAfterRowChange() -> Bool {
    guard columnCount > 0, rowCount > 0 else { return false }
    handOver()
    Clp_dual(pointer, 0)
    return Clp_status(pointer) == 0
  }

  /// The value of the last solution.
  var value: Double { Clp_objectiveValue(pointer) }

  /// What one unit more of each row's bound would cost.
  var duals: [Double] { copy(Clp_dualRowSolution(pointer), rowCount) }

  /// The amount of each column; none of columns added since the last solution.
  var amounts: [Double] {
    let handed = columnCount - waiting.cost.count
    return copy(Clp_primalColumnSolution(pointer), handed) + waiting.cost.map { _ in 0 }
  }

  /// How many steps the last solution took.
  var iterations: Int { Int(Clp_numberIterations(pointer)) }

  private func copy(_ values: UnsafeMutablePointer<Double>?, _ count: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: values, count: count))
  }
}
