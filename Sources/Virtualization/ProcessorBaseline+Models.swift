import Workload

extension ProcessorBaseline {
  /// The generation of a processor by the name its maker sells it under, such as `Intel Xeon L5520`; nil if the name does
  /// not tell.
  ///
  /// **Valid for**: server processors of the generations listed. **Source**: the makers' numbering (from memory, high
  /// confidence).
  ///
  /// Example: a Xeon 5160 is of the Merom generation, an EPYC 7763 of Milan's.
  public static func generation(of model: String, by vendor: ProcessorVendor) -> ProcessorBaseline? {
    let words = model.split(separator: " ").map(String.init)
    let title: String? =
      switch vendor {
      case .intel: words.compactMap { titleOfIntel($0, in: words) }.first
      case .amd: words.contains("EPYC") ? words.compactMap(titleOfEPYC).first : nil
      default: nil
      }
    return title.flatMap(named)
  }

  private static func titleOfIntel(_ word: String, in words: [String]) -> String? {
    if word.hasPrefix("E5-") || word.hasPrefix("E7-") {
      let versions = ["v2": "Ivy Bridge", "v3": "Haswell", "v4": "Broadwell"]
      return words.compactMap { versions[$0] }.first ?? (word.hasPrefix("E5-") ? "Sandy Bridge" : nil)
    }
    if word == "GHz" || word == "Pentium" { return "NetBurst" }
    let digits = word.filter(\.isNumber)
    guard digits.count == 4, word.count <= 5 else { return nil }
    if words.contains(where: { ["Platinum", "Gold", "Silver", "Bronze"].contains($0) }) {
      let scalable: [Character: String] = [
        "1": "Skylake", "2": "Cascade Lake", "3": "Ice Lake", "4": "Sapphire Rapids",
      ]
      return scalable[digits[digits.index(after: digits.startIndex)]]
    }
    let series = [
      "30": "Merom", "50": "NetBurst", "51": "Merom", "53": "Merom", "52": "Penryn", "54": "Penryn",
      "55": "Nehalem", "56": "Westmere", "70": "NetBurst", "71": "NetBurst", "72": "Merom", "73": "Merom",
      "74": "Penryn",
    ]
    return series[String(digits.prefix(2))]
  }

  private static func titleOfEPYC(_ word: String) -> String? {
    let digits = word.filter(\.isNumber)
    guard digits.count == 4, let last = digits.last else { return nil }
    return ["1": "Naples", "2": "Rome", "3": "Milan", "4": "Genoa"][last]
  }
}
