/// A plain table, a name and small whole numbers in each row, read in one pass.
///
/// For a day of a thousand guests this takes a few hundred microseconds, where rows of fields take milliseconds. It knows
/// neither quotes nor spaces nor complaints: what it does not understand is left to ``CSVReader``, which can say what is wrong.
public struct SampleTable: Sendable, Equatable {
  /// The first field of each row.
  public let names: [String]
  /// The numbers of one row after the other.
  public let samples: [UInt8]

  /// Reads a table; nil unless every row is an unquoted ASCII name and as many numbers as the first has, within limits, without
  /// leading zeros, apart by single commas, ended by a line feed.
  public init?(_ file: SourceFile, in limits: ClosedRange<UInt8>) {
    var names: [String] = []
    var isPlain = true
    // A number takes a comma and a digit at least.
    samples = file.bytes.withUnsafeBufferPointer { bytes in
      Array(unsafeUninitializedCapacity: bytes.count / 2) { samples, count in
        var place = 0
        var width: Int?
        while place < bytes.count, isPlain {
          let before = count
          isPlain =
            SampleTable.name(in: bytes, at: &place, &names)
            && SampleTable.numbers(in: bytes, at: &place, limits, to: samples, &count)
            && count - before == width ?? (count - before)
          width = count - before
        }
      }
    }
    guard isPlain else { return nil }
    self.names = names
  }

  /// Reads a name up to its comma.
  private static func name(
    in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int, _ names: inout [String]
  ) -> Bool {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: ",") {
      let byte = bytes[place]
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\"") else { return false }
      place += 1
    }
    guard place < bytes.count else { return false }
    names.append(String(decoding: bytes[start..<place], as: UTF8.self))
    return true
  }

  /// Reads numbers, each behind a comma, up to the line feed behind the last.
  private static func numbers(
    in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int, _ limits: ClosedRange<UInt8>,
    to samples: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) -> Bool {
    var next = place
    var written = count
    defer {
      place = next
      count = written
    }
    while next < bytes.count, bytes[next] == UInt8(ascii: ",") {
      next &+= 1
      let start = next
      var value = 0
      while next < bytes.count, next &- start < 4 {
        let digit = bytes[next] &- 0x30
        guard digit <= 9 else { break }
        value = value &* 10 &+ Int(digit)
        next &+= 1
      }
      guard next > start, next &- start == 1 || bytes[start] != 0x30 else { return false }
      guard value <= Int(limits.upperBound), value >= Int(limits.lowerBound) else { return false }
      samples.initializeElement(at: written, to: UInt8(truncatingIfNeeded: value))
      written &+= 1
    }
    guard next < bytes.count else { return true }
    guard bytes[next] == 0x0A else { return false }
    next &+= 1
    return true
  }
}
