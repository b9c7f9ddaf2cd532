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
    let starts: [Int32] = [0, Int32(rows.count)]
    Clp_addColumns(pointer, 1, [0], [upper], [cost], starts, rows, values)
    columnCount += 1
  }

  /// Sets what each column costs.
  func changeCosts(_ costs: [Double]) {
    precondition(costs.count == columnCount, "a column has a cost")
    Clp_chgObjCoefficients(pointer, costs)
  }

  /// Sets how much there may be of each column.
  func changeUpper(_ upper: [Double]) {
    precondition(upper.count == columnCount, "a column has an upper limit")
    Clp_chgColumnUpper(pointer, upper)
  }

  /// Solves from where the last solution stood.
  ///
  /// - Returns: whether an optimum was found.
  func minimize() -> Bool {
    // The library does not take a program without columns.
    guard columnCount > 0, rowCount > 0 else { return false }
    Clp_primal(pointer, 0)
    return Clp_status(pointer) == 0
  }

  /// Solves after rows have changed, from where the last solution stood.
  func minimizeAfterRowChange() -> Bool {
    guard columnCount > 0, rowCount > 0 else { return false }
    Clp_dual(pointer, 0)
    return Clp_status(pointer) == 0
  }

  /// The value of the last solution.
  var value: Double { Clp_objectiveValue(pointer) }

  /// What one unit more of each row's bound would cost.
  var duals: [Double] { copy(Clp_dualRowSolution(pointer), rowCount) }

  /// The amount of each column.
  var amounts: [Double] { copy(Clp_primalColumnSolution(pointer), columnCount) }

  /// How many steps the last solution took.
  var iterations: Int { Int(Clp_numberIterations(pointer)) }

  private func copy(_ values: UnsafeMutablePointer<Double>?, _ count: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: values, count: count))
  }
}
