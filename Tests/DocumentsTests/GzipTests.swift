import Documents
import Foundation
import Testing

@Suite("Unpacking gzip data")
struct GzipTests {
  /// "hello, blades\n" as packed by gzip -n.
  let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xD7,
    0x51, 0x48, 0xCA, 0x49, 0x4C, 0x49, 0x2D, 0xE6, 0x02, 0x00, 0x5B, 0x8E, 0xF8, 0x6E, 0x0E, 0x00,
    0x00, 0x00,
  ]

  @Test func `data is unpacked`() throws {
    #expect(try Gzip.decompress(packed) == Array("hello, blades\n".utf8))
    #expect(Gzip.isGzip(packed))
  }

  @Test func `pieces one after another are one content`() throws {
    #expect(try Gzip.decompress(packed + packed) == Array("hello, blades\nhello, blades\n".utf8))
    #expect(try Gzip.decompress(packed + [0, 0, 0]) == Array("hello, blades\n".utf8))
  }

  @Test func `data that is cut off is refused wherever it is cut`() {
    for length in 0..<packed.count {
      #expect(throws: Gzip.Failure.truncated) { try Gzip.decompress(Array(packed[..<length])) }
    }
  }

  @Test func `other data is refused`() {
    #expect(throws: Gzip.Failure.notGzip) { try Gzip.decompress(Array("hello".utf8)) }
    var damaged = packed
    damaged[packed.count - 8] ^= 1
    #expect(throws: Gzip.Failure.damaged("incorrect data check")) { try Gzip.decompress(damaged) }
  }

  @Test func `content beyond the limit is refused, content at the limit is not`() throws {
    #expect(try Gzip.decompress(packed, limit: 14).count == 14)
    #expect(throws: Gzip.Failure.tooLarge(limit: 13)) { try Gzip.decompress(packed, limit: 13) }
  }

  @Test func `failures say what is wrong`() {
    let failures: [Gzip.Failure] = [.notGzip, .truncated, .tooLarge(limit: 5), .damaged("x")]
    #expect(
      failures.map(\.description) == [
        "the data is not gzip data", "the gzip data is cut off before its end",
        "the gzip data unpacks to more than 5 bytes", "the gzip data is damaged: x",
      ])
  }
}

@Suite("Reading files")
struct SourceFileReadingTests {
  @Test func `files are read, unpacked and refused with a reason`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plain = folder.appendingPathComponent("a.csv").path
    try Data("hello".utf8).write(to: URL(fileURLWithPath: plain))
    let packed = folder.appendingPathComponent("b.csv.gz").path
    try Data(GzipTests().packed).write(to: URL(fileURLWithPath: packed))
    let broken = folder.appendingPathComponent("c.csv.gz").path
    try Data(GzipTests().packed.dropLast(9)).write(to: URL(fileURLWithPath: broken))

    #expect(try SourceFile.read(path: plain).text == "hello")
    #expect(try SourceFile.read(path: plain, limit: 5).name == plain)
    #expect(try SourceFile.read(path: packed).text == "hello, blades\n")
    #expect(throws: SourceFile.ReadFailure.tooLarge(path: plain, limit: 4)) {
      try SourceFile.read(path: plain, limit: 4)
    }
    #expect(throws: SourceFile.ReadFailure.packed(path: broken, .truncated)) {
      try SourceFile.read(path: broken)
    }
    #expect(throws: SourceFile.ReadFailure.folder(path: folder.path)) {
      try SourceFile.read(path: folder.path)
    }
    #expect(throws: SourceFile.ReadFailure.missing(path: "/no/such")) {
      try SourceFile.read(path: "/no/such")
    }
    #expect(SourceFile.ReadFailure.missing(path: "x").description == "x: there is no such file")
  }

  @Test func `a file of endless length is refused at the limit`() {
    #expect(throws: SourceFile.ReadFailure.tooLarge(path: "/dev/zero", limit: 3_000_000)) {
      try SourceFile.read(path: "/dev/zero", limit: 3_000_000)
    }
  }
}
