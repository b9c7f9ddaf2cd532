import Documents
import Testing

@Suite("Did you mean")
struct EditDistanceTests {
  @Test(
    arguments: [
      ("", "", 0), ("", "abc", 3), ("model", "model", 0), ("modle", "model", 1), ("modl", "model", 1),
      ("models", "model", 1), ("nodel", "model", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
      ("Model", "model", 0), ("größe", "grösse", 2),
    ])
  func `distance counts slips, a swap as one`(left: String, right: String, distance: Int) {
    #expect(EditDistance.between(left, right) == distance)
    #expect(EditDistance.between(right, left) == distance)
  }

  @Test(
    arguments: [
      ("modle", "model"), ("enclosrue", "enclosure"), ("virtualisaton", "virtualization"), ("id", nil),
      ("xyz", nil), ("", nil), ("placment", "placement"),
    ] as [(String, String?)])
  func `the nearest word is suggested if it is near`(word: String, expected: String?) {
    let words = ["model", "enclosure", "virtualization", "placement", "os", "rack"]
    #expect(EditDistance.nearest(to: word, in: words) == expected)
  }

  @Test func `a huge word costs nothing`() {
    #expect(EditDistance.nearest(to: String(repeating: "a", count: 1_000_000), in: ["a"]) == nil)
  }
}
