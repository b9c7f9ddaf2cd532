/// All placement policies.
public enum PolicyCatalog {
  /// Every policy, one line each.
  public static let all: [PolicyEntry] = [
    FirstFit.entry,
    FirstFitDecreasing.entry,
    BestFit.entry,
    BestFitDecreasing.entry,
    WorstFit.entry,
    WorstFitDecreasing.entry,
    DotProduct.entry,
    L2Norm.entry,
    ShapeInterleaved.entry,
    MinFragmentation.entry,
    LeastPeakRise.entry,
    PatternLP.entry,
    Portfolio.entry,
    PowerAwareBestFit.entry,
    KubernetesScoring.entry,
    ResourceSchedulerBalance.entry,
    PowerManagementFill.entry,
  ]

  /// The policy of a name, or nil.
  public static func entry(named name: String) -> PolicyEntry? { all.first { $0.name == name } }
}
