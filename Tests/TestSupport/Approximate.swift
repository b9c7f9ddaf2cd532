/// Whether two numbers agree within a relative tolerance of the larger one or an absolute one.
///
/// Not transitive, so never a basis for equality of values: for tests only.
public func isClose(
  _ left: Double, _ right: Double, relative: Double = 1e-9, absolute: Double = 0
) -> Bool {
  abs(left - right) <= max(absolute, relative * max(abs(left), abs(right)))
}
