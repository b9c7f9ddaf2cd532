import Documents
import Testing

@Suite("What YAML refuses")
struct YAMLRefusalTests {
  @Test(
    arguments: [
      ("", "s.yaml: error: the document is empty\nhelp: a document has at least one 'key: value' line\n"),
      (
        "# only a comment\n",
        "s.yaml: error: the document is empty\nhelp: a document has at least one 'key: value' line\n"
      ),
      (
        "---\n", "s.yaml: error: the document is empty\nhelp: a document has at least one 'key: value' line\n"
      ),
      (
        "a:\n\tb: 1\n",
        """
        s.yaml:2:1: error: the line is indented with a tab
           2 |   b: 1
             | ^~
        help: indent with spaces: two a level

        """
      ),
      (
        "site:\n  name: x\n   room: y\n",
        """
        s.yaml:3:8: error: a ':' stands where no key can be
           3 |    room: y
             |        ^
        help: put text that contains ': ' in quotes, or check the indentation

        """
      ),
      (
        "a: 1\n---\nb: 2\n",
        """
        s.yaml:2:1: error: a second document begins here
           2 | ---
             | ^
        help: one file holds one document: delete the '---'

        """
      ),
      (
        "title: one: two\n",
        """
        s.yaml:1:11: error: a ':' stands where no key can be
           1 | title: one: two
             |           ^
        help: put text that contains ': ' in quotes, or check the indentation

        """
      ),
      (
        "name: @home\n",
        """
        s.yaml:1:7: error: a value cannot begin with this character
           1 | name: @home
             |       ^
        help: put text that begins with '@', '`' or '%' in quotes

        """
      ),
      (
        "name: \"a\" b\n",
        """
        s.yaml:1:11: error: text after the end of the value
           1 | name: "a" b
             |           ^
        help: put the whole text in quotes

        """
      ),
      (
        "a:\n    b: 1\n  c: 2\n",
        """
        s.yaml:3:3: error: the indentation does not fit the block that begins in line 1
           3 |   c: 2
             |   ^
        help: keys of one block begin in the same column

        """
      ),
      (
        "a:\n  - 1\n  b: 2\n",
        """
        s.yaml:3:3: error: the indentation does not fit the list that begins in line 2
           3 |   b: 2
             |   ^
        help: all '-' of a list stand in the same column

        """
      ),
      (
        "a: \"C:\\dir\"\n",
        """
        s.yaml:1:7: error: this escape is not known
           1 | a: "C:\\dir"
             |       ^
        help: use single quotes when a text contains '\\'

        """
      ),
      (
        "a: !home x\n%b\n",
        """
        s.yaml:2:1: error: '%' at the beginning of a line has a meaning of its own in YAML
           2 | %b
             | ^
        help: put text that begins with '%' in quotes

        """
      ),
      (
        "a: !b!c x\n",
        """
        s.yaml:1:4: error: '!' has a meaning of its own in YAML
           1 | a: !b!c x
             |    ^
        help: put text that begins with '!' in quotes

        """
      ),
      (
        "%a\n",
        """
        s.yaml:1:1: error: '%' at the beginning of a line has a meaning of its own in YAML
           1 | %a
             | ^
        help: put text that begins with '%' in quotes

        """
      ),
      (
        "a: &\n",
        """
        s.yaml:1:5: error: '&' and '*' have a meaning of their own in YAML
           1 | a: &
             |     ^
        help: put text that begins with '&' or '*' in quotes

        """
      ),
      (
        "a: - b\n",
        """
        s.yaml:1:4: error: a '-' stands where no list can be
           1 | a: - b
             |    ^
        help: begin the list on a line of its own below the key

        """
      ),
      (
        "a: 1\nb\nc: 2\n",
        """
        s.yaml:2:1: error: a key without ':'
           2 | b
             | ^
        help: write 'key: value', with a space after the colon

        """
      ),
      (
        "a: [1, 2\nb: 3\n",
        """
        s.yaml:2:2: error: the list that begins in line 1 is not closed
           2 | b: 3
             |  ^
        help: add a ',' or the ']'

        """
      ),
      (
        "a: \"text\nb: 3\n",
        """
        s.yaml:1:4: error: the quoted text that begins here is not closed
           1 | a: "text
             |    ^
        help: add the closing quote

        """
      ),
      (
        "base: &base {a: 1}\nother: *base\n",
        """
        s.yaml:2:8: error: '*base' is a YAML alias, which is not read here
           2 | other: *base
             |        ^~~~~
        help: write the value out, or define it once in the catalogue and refer to it by name

        """
      ),
      (
        "a: 1\n<<: {b: 2}\n",
        """
        s.yaml:2:1: error: '<<' is a YAML merge key, which is not read here
           2 | <<: {b: 2}
             | ^~
        help: write the keys out

        """
      ),
      (
        "a: *nowhere\n",
        """
        s.yaml:1:4: error: an alias without its anchor
           1 | a: *nowhere
             |    ^
        help: put text that begins with '*' in quotes

        """
      ),
      (
        "? [1, 2]\n: x\n",
        """
        s.yaml:1:3: error: a key must be a word, not a list or a block
           1 | ? [1, 2]
             |   ^
        help: write 'key: value'

        """
      ),
      (
        "a: !!int \"3\"\n",
        """
        s.yaml:1:4: error: the type tag 'tag:yaml.org,2002:int' is not read here
           1 | a: !!int "3"
             |    ^
        help: delete the tag

        """
      ),
      (
        "a: 1\u{7}\n",
        """
        s.yaml:1:5: error: the character U+0007 is not allowed in a document
           1 | a: 1\u{FFFD}
             |     ^
        help: delete it; it is invisible in most editors

        """
      ),
    ])
  func `is said in plain words, with its place and a remedy`(text: String, expected: String) {
    #expect(load(text).complaints == expected)
  }
}
