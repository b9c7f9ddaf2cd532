import Quantities

extension TechniqueLimits {
  /// How many virtual processors a host with so many cores should carry; nil without a limit.
  ///
  /// The smaller of the product's ceiling and what people put up with for each core.
  public func virtualCPUs(onHostWithCores cores: Int) -> Int? {
    let inPractice = virtualCPUsPerCore.map { Int($0.value * Double(cores)) }
    guard let ceiling = virtualCPUsPerHost, let practice = inPractice else {
      return virtualCPUsPerHost ?? inPractice
    }
    return min(ceiling, practice)
  }
}
