import Economics
import Quantities
import Scenario
import Simulation

extension StudyResult {
  /// Years until what a layout costs more at the start has come back; nil when it never does.
  ///
  /// ```
  /// payback = (S1 - S0) / (Y0 - Y1)
  /// ```
  /// S is what is paid at the start, Y what is paid each year with the electricity of the run, both in money; 0 the first
  /// layout, 1 this one. Nothing, when it costs no more at the start. Where a project moves guests into the layout, S1 holds
  /// the cost of moving and what is saved later because of it (``MoveResult``), time counts from the project's first day,
  /// and nothing is back before the project is over.
  ///
  /// **Valid for** costs that come every year alike. **Not modelled**: interest, growth, what is left in the end.
  /// **Source**: closed form of engineering economics (simple payback).
  ///
  /// Example: 43 million that save 11 million a year are back after 3.9 years.
  public func payback(of layout: Int) -> Measured? {
    var years: [Double] = []
    let earliest = move?.target == layout ? move?.duration.years ?? 0 : 0
    for run in layouts[layout].runs.indices {
      let (first, other) = (outlay(of: 0, run: run), outlay(of: layout, run: run))
      let extra = other.start - first.start
      let saving = first.yearly - other.yearly
      guard saving > 0 || (extra <= 0 && saving == 0) else { return nil }
      years.append(extra > 0 ? max(extra / saving, earliest) : 0)
    }
    return Measured(years)
  }

  /// What a layout costs at the start and in a year. Electricity is metered over the horizon and spread over its years.
  private func outlay(of layout: Int, run: Int) -> (start: Double, yearly: Double) {
    let years = scenario.horizon.duration.years
    var (start, yearly) = (0.0, 0.0)
    for item in layouts[layout].books[run].items {
      switch (item.category, item.timing) {
      case (.energy, .once), (.demand, .once): yearly += item.amount.amount / years
      case (_, .once): start += item.amount.amount
      case (_, .yearly): yearly += item.amount.amount
      }
    }
    return (start, yearly)
  }
}
