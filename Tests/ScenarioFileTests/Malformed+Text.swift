extension Malformed {
  /// The text itself: what is not YAML, or not YAML that is read.
  static let text: [Malformed] = [
    Malformed(
      "an empty file",
      text: "",
      says: #"""
        room.yaml: error: the document is empty
        help: a document has at least one 'key: value' line
        """#),
    Malformed(
      "only a comment",
      text: """
        # nothing yet

        """,
      says: #"""
        room.yaml: error: the document is empty
        help: a document has at least one 'key: value' line
        """#),
    Malformed(
      "a list in place of the file",
      text: """
        - bladesim: 1

        """,
      says: #"""
        room.yaml:1:1: error: the document takes a block of keys, found a list
           1 | - bladesim: 1
             | ^
        """#),
    Malformed(
      "a tab for indentation",
      "  climate: chicago-ohare",
      becomes: "\tclimate: chicago-ohare",
      says: #"""
        room.yaml:5:1: error: the line is indented with a tab
           5 |   climate: chicago-ohare
             | ^~
        help: indent with spaces: two a level
        """#),
    Malformed(
      "an open bracket",
      """
      assert:
        - savings(blades).energy >= 10 %
      """,
      becomes: "assert: [savings(blades).energy >= 10 %",
      says: #"""
        room.yaml:27:1: error: the list that begins in line 26 is not closed
          27 |
             | ^
        help: add a ',' or the ']'
        """#),
    Malformed(
      "two documents",
      """
      title: A small room

      """,
      becomes: """
        title: A small room
        ---

        """,
      says: #"""
        room.yaml:3:1: error: a second document begins here
           3 | ---
             | ^
        help: one file holds one document: delete the '---'
        """#),
    Malformed(
      "an alias",
      "  measured on: hp-dl380-g4",
      becomes: """
          measured on: &server hp-dl380-g4
          again: *server
        """,
      says: #"""
        room.yaml:13:10: error: '*server' is a YAML alias, which is not read here
          13 |   again: *server
             |          ^~~~~~~
        help: write the value out, or define it once in the catalogue and refer to it by name
        """#),
    Malformed(
      "a merge key",
      "    servers: {model: hp-dl380-g4}",
      becomes: "    servers: {<<: {model: hp-dl380-g4}}",
      says: #"""
        room.yaml:21:5: error: servers lacks the key 'model'
          21 |     servers: {<<: {model: hp-dl380-g4}}
             |     ^~~~~~~
        help: add 'model:' with the name of a server model
        room.yaml:21:15: error: '<<' is a YAML merge key, which is not read here
          21 |     servers: {<<: {model: hp-dl380-g4}}
             |               ^~
        help: write the keys out
        """#),
    Malformed(
      "a key twice",
      """
      title: A small room

      """,
      becomes: """
        title: A small room
        title: A large room

        """,
      says: #"""
        room.yaml:3:1: error: the key 'title' is already given in line 2
           3 | title: A large room
             | ^~~~~
        help: keep one of the two
        """#),
    Malformed(
      "a title that steers the terminal",
      "title: A small room",
      becomes: #"title: "A \u001b[31msmall room""#,
      says: #"""
        room.yaml:2:8: error: 'title' must be a line of text
           2 | title: "A \u001b[31msmall room"
             |        ^~~~~~~~~~~~~~~~~~~~~~~~
        help: ask the question in words, without control characters
        """#),
    Malformed(
      "a title of nothing",
      "title: A small room",
      becomes: #"title: " ""#,
      says: #"""
        room.yaml:2:8: error: 'title' must be a line of text
           2 | title: " "
             |        ^~~
        help: ask the question in words, without control characters
        """#),
    Malformed(
      "a tag",
      "title: A small room",
      becomes: "title: !!python/object A small room",
      says: #"""
        room.yaml:2:8: error: the type tag 'tag:yaml.org,2002:python/object' is not read here
           2 | title: !!python/object A small room
             |        ^
        help: delete the tag
        """#),
  ]
}
