internal import Quantities

/// Sorted samples and their middle.
enum OrderStatistics {
  /// Calls a closure with the samples in rising order, in memory of its own.
  static func withSorted<Answer>(
    _ samples: Span<Fraction>, _ body: (UnsafeMutableBufferPointer<Double>) -> Answer
  ) -> Answer {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: samples.count) { values in
      for index in 0..<samples.count { values.initializeElement(at: index, to: samples[index].value) }
      sort(values)
      return body(values)
    }
  }

  /// Puts values in rising order.
  static func sort(_ values: UnsafeMutableBufferPointer<Double>) {
    var values = values
    values.sort()
  }

  /// The middle of sorted values, or the mean of the two in the middle.
  static func median(ofSorted values: UnsafeMutableBufferPointer<Double>) -> Double {
    precondition(!values.isEmpty, "no samples have no median")
    let middle = values.count / 2
    return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
  }
}
