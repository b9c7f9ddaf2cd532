import Documents
import ScenarioFile
import Testing

/// Small random damage to the flagship: reading must end, with a scenario or with at least one error.
@Suite("Damaged scenarios")
struct MutationTests {
  @Test(arguments: 0..<8)
  func `no damage to a scenario traps or hangs its reading`(part: UInt64) throws {
    var random = SplitMix(seed: 0x5EED + part)
    let sound = try Shipped.file("one-floor-to-one-corner").bytes
    var (refused, accepted) = (0, 0)
    for _ in 0..<300 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...3, using: &random) { damage(&bytes, using: &random) }
      let outcome = ScenarioFile.load(
        SourceFile(name: "damaged.yaml", bytes: bytes), resources: MemoryResources(files: SmallRoom.files))
      #expect((outcome.scenario == nil) == outcome.diagnostics.hasErrors)
      _ = DiagnosticRendering.text(outcome.diagnostics)
      if outcome.scenario == nil { refused += 1 } else { accepted += 1 }
    }
    // Damage to comments and titles is none; most other damage is.
    #expect(refused > 30 && accepted > 3)
  }

  private static let pieces = [
    "-", "0", "9", "99999999999", "1e308", "nan", " %", " kW", " USD", "\n", "\t", ": ", "[", "}", "\"", "#",
    "&a ", "*a",
    "null", "true", "é", "hp-c7000", "bare-metal", "2006-01-01", "1 host", "\u{0}",
  ]

  private func damage(_ bytes: inout [UInt8], using random: inout SplitMix) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...12, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &random))
    case 3:
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      bytes.insert(contentsOf: Array(piece.utf8), at: place)
    case 4:
      // Digits become other digits: the likeliest way to a scenario that is well-formed and absurd.
      for index in place..<end where (0x30...0x39).contains(bytes[index]) {
        bytes[index] = UInt8.random(in: 0x30...0x39, using: &random)
      }
    default:
      let from = Int.random(in: 0..<bytes.count, using: &random)
      for (offset, index) in (place..<end).enumerated() where from + offset < bytes.count {
        bytes[index] = bytes[from + offset]
      }
    }
  }
}

/// Vigna's SplitMix64: the same numbers from the same seed, on every machine.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
