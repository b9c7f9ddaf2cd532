public import Quantities

/// A power curve made ready for hot loops: uniform straight segments in two flat arrays.
///
/// ```
/// x = n clamp(u, 0, 1),  i = floor(x),  P = base[i] + slope[i] (x - i)
/// ```
/// n is the number of segments. The arrays hold n + 1 entries: the last has slope 0, so that u = 1 needs no
/// branch and returns the last point exactly.
///
/// Exact for curves that are tables; ``maximumError`` says how far off it is for the others.
public struct PowerTable: Sendable, Hashable {
  /// Watts at the start of each segment, and at full load.
  public let base: [Double]
  /// Watts by which each segment rises from its start to its end; 0 for the last entry.
  public let slope: [Double]
  /// The largest difference found between the table and its curve, at seven points inside each segment.
  public let maximumError: Watts

  /// Segments used for a curve that is not itself a table.
  public static let analyticSegments = 256

  /// Samples a power at uniform utilizations.
  ///
  /// - Parameter segments: at least 1; a multiple of ten keeps the kinks of a measured curve on the points.
  public init(segments: Int, of power: (Fraction) -> Watts) {
    precondition(segments >= 1, "a table has at least one segment")
    let points = (0...segments).map { power(Fraction(Double($0) / Double(segments))).value }
    var slope = zip(points.dropFirst(), points).map { $0 - $1 }
    slope.append(0)
    self.base = points
    self.slope = slope
    var error = 0.0
    for segment in 0..<segments {
      for eighth in 1...7 {
        let part = Double(eighth) / 8
        let exact = power(Fraction((Double(segment) + part) / Double(segments))).value
        error = max(error, abs(exact - (points[segment] + slope[segment] * part)))
      }
    }
    self.maximumError = Watts(error)
  }

  /// A table of uniform points, exact by definition.
  init(points: [Watts]) {
    self.base = points.map(\.value)
    var slope = zip(base.dropFirst(), base).map { $0 - $1 }
    slope.append(0)
    self.slope = slope
    self.maximumError = .zero
  }

  /// The number of segments.
  @inlinable public var segments: Int { base.count - 1 }

  /// Watts at a utilization, taken as 0 below and as 1 above. NaN is a precondition failure.
  @inlinable public func watts(at utilization: Double) -> Double {
    let position = min(max(utilization, 0), 1) * Double(segments)
    let index = Int(position)
    return base[index] + slope[index] * (position - Double(index))
  }

  /// Watts for a block of utilizations, each clamped to 0...1. The buffers may be the same memory.
  @inlinable public func evaluate(
    utilizations: UnsafeBufferPointer<Double>, into watts: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(watts.count >= utilizations.count, "the result needs room for every sample")
    let scale = Double(segments)
    base.withUnsafeBufferPointer { base in
      slope.withUnsafeBufferPointer { slope in
        for sample in utilizations.indices {
          let position = min(max(utilizations[sample], 0), 1) * scale
          let index = Int(position)
          watts[sample] = base[index] + slope[index] * (position - Double(index))
        }
      }
    }
  }

  /// Watts for a block of utilizations in single precision, each clamped to 0...1.
  @inlinable public func evaluate(
    utilizations: UnsafeBufferPointer<Float>, into watts: UnsafeMutableBufferPointer<Float>
  ) {
    precondition(watts.count >= utilizations.count, "the result needs room for every sample")
    let scale = Double(segments)
    base.withUnsafeBufferPointer { base in
      slope.withUnsafeBufferPointer { slope in
        for sample in utilizations.indices {
          let position = min(max(Double(utilizations[sample]), 0), 1) * scale
          let index = Int(position)
          watts[sample] = Float(base[index] + slope[index] * (position - Double(index)))
        }
      }
    }
  }
}

extension PowerCurve {
  /// The curve as a table for hot loops: its own points if it is a table, else 256 segments.
  public var table: PowerTable {
    if case .table(let points) = shape { return PowerTable(points: points) }
    return PowerTable(segments: PowerTable.analyticSegments) { draw(at: $0) }
  }
}
