import Documents
import Testing

@testable import Catalog

@Suite("Damaged catalogue files")
struct DamagedFilesTests {
  /// SplitMix64, so that a failure can be repeated.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// One line lost, doubled or cut, or one byte changed.
  private func damaged(_ file: SourceFile, _ generator: inout Generator) -> SourceFile {
    var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = Int.random(in: 0..<lines.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: index)
    case 2:
      lines[index] = String(lines[index].prefix(Int.random(in: 0...lines[index].count, using: &generator)))
    default:
      var bytes = Array(lines[index].utf8)
      if let at = bytes.indices.randomElement(using: &generator) {
        bytes[at] = UInt8.random(in: 0...255, using: &generator)
      }
      return SourceFile(
        name: file.name,
        bytes: Array(lines[..<index].joined(separator: "\n").utf8) + [0x0A] + bytes + [0x0A]
          + Array(lines[(index + 1)...].joined(separator: "\n").utf8))
    }
    return SourceFile(name: file.name, text: lines.joined(separator: "\n"))
  }

  @Test(arguments: ["hp-dl380-g4", "dell-m620", "hp-c7000", "generic-42u"])
  func `a damaged file gives a model without errors, or errors without a model, and never a trap`(
    slug: String
  ) throws {
    let files = BuiltInFile.servers + BuiltInFile.enclosures + BuiltInFile.racks
    let file = try #require(files.first { $0.slug == slug })
    var generator = Generator(state: 20_061_119)
    var refused = 0
    for round in 0..<300 {
      let diagnostics = Diagnostics()
      let model = CatalogReader.load(
        deviceType: round.isMultiple(of: 2) ? damaged(file.deviceType, &generator) : file.deviceType,
        sidecar: round.isMultiple(of: 2) ? file.facts : damaged(file.facts, &generator), into: diagnostics)
      #expect((model == nil) == diagnostics.hasErrors, "round \(round)")
      if model == nil { refused += 1 }
    }
    #expect((50...299).contains(refused), "some damage shows, some is harmless")
  }
}
