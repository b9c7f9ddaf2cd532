extension DemandPattern {
  /// The same demand at all times, but for noise.
  public static let constant = DemandPattern(
    name: "constant", title: "The same at all times, but for noise"
  ) { _ in
    { _ in 1 }
  }
}
