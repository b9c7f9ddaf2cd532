/// Which guest classes may run on which host types: a matrix of bits.
public struct Compatibility: Hashable, Sendable {
  /// How many guest classes there are.
  public let classCount: Int
  /// How many host types there are.
  public let typeCount: Int
  private let wordsPerClass: Int
  private var words: [UInt64]

  /// Creates a matrix in which every class runs everywhere, or nowhere.
  public init(classes: Int, hostTypes: Int, everywhere: Bool = true) {
    classCount = classes
    typeCount = hostTypes
    wordsPerClass = (hostTypes + 63) / 64
    words = [UInt64](repeating: everywhere ? .max : 0, count: classes * wordsPerClass)
  }

  /// Whether guests of a class may run on hosts of a type.
  public subscript(guestClass: Int32, hostType: Int32) -> Bool {
    get {
      words[Int(guestClass) * wordsPerClass + Int(hostType) / 64] >> UInt64(hostType % 64) & 1 == 1
    }
    set {
      precondition(guestClass < classCount && hostType < typeCount, "no such class or host type")
      let bit = UInt64(1) << UInt64(hostType % 64)
      let word = Int(guestClass) * wordsPerClass + Int(hostType) / 64
      if newValue { words[word] |= bit } else { words[word] &= ~bit }
    }
  }
}
