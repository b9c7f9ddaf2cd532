/// How many slips of the keyboard lie between two words, for "did you mean".
public enum EditDistance {
  /// The least number of insertions, deletions, replacements and swaps of neighbours that turn one word into
  /// the other (optimal string alignment), letter case ignored.
  ///
  /// **Source**: F. J. Damerau, "A technique for computer detection and correction of spelling errors",
  /// CACM 7(3), 1964, in the restricted form in which no piece is edited twice. From memory, high confidence.
  /// `modle` is one swap away from `model`, so the distance is 1.
  public static func between(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().unicodeScalars)
    let right = Array(right.lowercased().unicodeScalars)
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = previous
    for row in 1...left.count {
      current[0] = row
      for column in 1...right.count {
        let replace = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var best = min(replace, previous[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, beforePrevious[column - 2] + 1)
        }
        current[column] = best
      }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[right.count]
  }

  /// The candidate nearest to a word: at most 1 slip away from words of up to four letters, 2 from words of up
  /// to eight, a third of the length from longer ones. The first of equally near candidates wins.
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let length = word.unicodeScalars.count
    guard (1...200).contains(length) else { return nil }
    let allowance = length <= 4 ? 1 : max(2, length / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      guard abs(candidate.unicodeScalars.count - length) <= allowance else { continue }
      let distance = between(word, candidate)
      // Two different single letters are one replacement apart and have nothing to do with each other.
      guard distance <= allowance, distance < max(length, candidate.unicodeScalars.count) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }
}
