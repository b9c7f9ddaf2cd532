import Quantities

// Shorthand for the tables of the techniques: a value, its range, its source.

extension Estimate<Fraction> {
  /// A share in per cent.
  init(
    percent value: Double, in range: ClosedRange<Double>, source: String, confidence: Confidence
  ) {
    self.init(
      Fraction(percent: value), in: Fraction(percent: range.lowerBound)...Fraction(percent: range.upperBound),
      source: source, confidence: confidence)
  }

  /// The middle of a range, in per cent.
  init(percent range: ClosedRange<Double>, source: String, confidence: Confidence) {
    self.init(
      percent: (range.lowerBound + range.upperBound) / 2, in: range, source: source, confidence: confidence)
  }
}

extension Estimate<Bytes> {
  /// An amount in mebibytes.
  init(
    mebibytes value: Double, in range: ClosedRange<Double>, source: String, confidence: Confidence
  ) {
    self.init(
      Bytes(mebibytes: value), in: Bytes(mebibytes: range.lowerBound)...Bytes(mebibytes: range.upperBound),
      source: source, confidence: confidence)
  }
}

extension Estimate<Seconds> {
  /// A time in seconds.
  init(seconds value: Double, in range: ClosedRange<Double>, source: String, confidence: Confidence) {
    self.init(
      Seconds(value), in: Seconds(range.lowerBound)...Seconds(range.upperBound), source: source,
      confidence: confidence)
  }
}

extension Efficiency {
  /// The middles of published ranges, in per cent.
  init(
    cpuBound: ClosedRange<Double>, kernelHeavy: ClosedRange<Double>, disk: ClosedRange<Double>,
    network: ClosedRange<Double>, source: String, confidence: Confidence
  ) {
    func middle(_ range: ClosedRange<Double>) -> Estimate<Fraction> {
      Estimate(percent: range, source: source, confidence: confidence)
    }
    self.init(
      cpuBound: middle(cpuBound), kernelHeavy: middle(kernelHeavy), disk: middle(disk),
      network: middle(network))
  }
}

extension Estimate<Seconds> {
  /// A guest made from a template on the disks and links of 2005.
  static let templateCopy2005 = Estimate(
    Seconds(minutes: 12), in: Seconds(minutes: 5)...Seconds(minutes: 30),
    source: "full copy of a template of 8 GB at 10 to 25 MB/s, and 2 to 5 min of customization",
    confidence: .memoryLow)

  /// A guest made from a template on later arrays.
  static let templateCopy = Estimate(
    Seconds(minutes: 5), in: Seconds(minutes: 2)...Seconds(minutes: 8),
    source: "full copy of a template of 20 GB at 100 to 500 MB/s, and 2 to 5 min of customization",
    confidence: .memoryLow)

  /// A guest that is a directory of the host, or a link to a template.
  static let directory = Estimate(
    seconds: 30, in: 5...300, source: "unpacking or linking a template on the host", confidence: .memoryLow)

  /// A program and its disk image, put there by hand.
  static let byHand = Estimate(
    Seconds(hours: 1), in: Seconds(minutes: 10)...Seconds(hours: 8),
    source: "an administrator configures the machine and attaches its images", confidence: .judgement)
}

extension Estimate<Double> {
  /// Virtual processors for each core that people put up with, since processors help hypervisors.
  static let eightVirtualCPUsPerCore = Estimate(
    8, in: 4...10, source: "practice; in 2005 it was 4", confidence: .memoryMedium)

  /// Virtual processors for each core that people put up with in 2005.
  static let fourVirtualCPUsPerCore = Estimate(
    4.0, in: 2.0...8.0, source: "practice of 2005; later 8", confidence: .memoryMedium)
}
