/// How the samples of a regression count.
public enum RegressionWeights: Sendable, Hashable {
  /// The nearer to the newest, the more.
  case tricube
  /// All the same. CloudSim 3.0.3 does this under the name of the other.
  case none
}
