import Testing

@testable import bladesim

@Suite("Paths")
struct FilePathTests {
  @Test(arguments: [
    ("x", ""), (".", ""), ("a.yaml", ""), ("../x", ".."), ("a/b/c.yaml", "a/b"), ("/x", "/"), ("./a", "."),
    ("", ""),
  ])
  func `a path lies in its folder`(path: String, folder: String) {
    #expect(FilePath.folder(of: path) == folder)
  }

  @Test(arguments: [
    ("x", "x"), ("a.sqlite", "a"), ("r.d/all", "r.d/all"), ("r.d/all.b.sqlite", "r.d/all.b"),
    (".hidden", ".hidden"),
    ("./.hidden.html", "./.hidden"), (".", "."),
  ])
  func `an extension is that of the last part`(path: String, stem: String) {
    #expect(FilePath.withoutExtension(path) == stem)
  }

  @Test func `a name is put into a folder with one slash`() {
    #expect(FilePath.inside("a", "b") == "a/b")
    #expect(FilePath.inside("a/", "b") == "a/b")
    #expect(FilePath.inside("", "b") == "b")
  }
}
