extension Column where Value == Double {
  /// The least of the first values, none of them NaN; infinite if there are none.
  ///
  /// Eight at a time in four pairs of lanes: a loop that compares one with the next waits for each answer.
  func least(of count: Int) -> Double {
    precondition(count <= self.count, "outside of the column")
    typealias Eight = SIMD8<Double>
    var least = Eight(repeating: .infinity)
    let whole = count & ~7
    for place in stride(from: 0, to: whole, by: 8) {
      let values = UnsafeRawPointer(start + place).loadUnaligned(as: Eight.self)
      least.replace(with: values, where: values .< least)
    }
    var answer = least.min()
    for place in whole..<count { answer = Swift.min(answer, start[place]) }
    return answer
  }
}
