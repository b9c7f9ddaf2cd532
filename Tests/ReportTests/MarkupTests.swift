import Testing

@testable import Report

@Suite("Markup")
struct MarkupTests {
  @Test(arguments: [
    ("a < b & c > \"d\"", "a &lt; b &amp; c &gt; &quot;d&quot;"), ("<script>", "&lt;script&gt;"),
    ("&amp;", "&amp;amp;"), ("bell\u{7}", "bell\u{FFFD}"), ("é\u{1F600}", "é\u{1F600}"), ("a\nb", "a\nb"),
  ])
  func `text is escaped, and so are attributes`(text: String, escaped: String) {
    #expect(Markup.text(text).serialized == escaped)
    let element = Markup("b", ["title": text]) { text }
    #expect(element.serialized == "<b title=\"\(escaped)\">\(escaped)</b>")
  }

  @Test func `only elements that never have content are closed in one tag`() {
    #expect(Markup("br").serialized == "<br/>")
    #expect(Markup("b").serialized == "<b></b>")
    #expect(Markup("rect", ["x": "1"]).serialized == "<rect x=\"1\"/>")
  }

  @Test func `content may loop and choose`() {
    let list = Markup("b") {
      for number in 1...3 { if number != 2 { "\(number)" } else { Markup("i") { "two" } } }
    }
    #expect(list.serialized == "<b>1<i>two</i>3</b>")
  }

  @Test(arguments: [(0.0, "0"), (12.0, "12"), (1.5, "1.5"), (0.126, "0.13"), (-3.204, "-3.2"), (100, "100")])
  func `coordinates have no needless digits`(value: Double, text: String) {
    #expect(SVG.number(value) == text)
  }
}
