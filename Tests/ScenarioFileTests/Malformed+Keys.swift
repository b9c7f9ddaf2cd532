extension Malformed {
  /// Keys and the shape of blocks.
  static let keys: [Malformed] = [
    Malformed(
      "a misspelt key",
      "title: A small room",
      becomes: "titel: A small room",
      says: #"""
        room.yaml:1:1: error: scenario lacks the key 'title'
           1 | bladesim: 1
             | ^
        help: add 'title:' with text
        room.yaml:2:1: error: unknown key 'titel' in scenario
           2 | titel: A small room
             | ^~~~~
        help: did you mean 'title'?
        """#),
    Malformed(
      "a key of a later version",
      "bladesim: 1",
      becomes: "bladesim: 2",
      says: #"""
        room.yaml:1:11: error: the file is written in version 2 of the syntax, this program reads version 1
           1 | bladesim: 2
             |           ^
        help: write 'bladesim: 1', or use a newer program
        """#),
    Malformed(
      "no version",
      """
      bladesim: 1

      """,
      becomes: "",
      says: #"""
        room.yaml:1:1: error: scenario lacks the key 'bladesim'
           1 | title: A small room
             | ^
        help: add 'bladesim:' with a whole number
        """#),
    Malformed(
      "an unknown key far from any",
      "    technique: vmware-esx-3",
      becomes: """
            technique: vmware-esx-3
            colour: blue
        """,
      says: #"""
        room.yaml:26:5: error: unknown key 'colour' in layout
          26 |     colour: blue
             |     ^~~~~~
        help: valid keys: name, servers, equipment, technique, techniques, except, otherwise, hosts, placement, contention, racks, caps, plant, power off after, consolidation, provisioning, reclaim idle after, restart, migration, maintenance, changes, reliability, recovery, costs
        """#),
    Malformed(
      "a misspelt key in a flow block",
      "{energy: 0.072 USD/kWh, carbon",
      becomes: "{enrgy: 0.072 USD/kWh, carbon",
      says: #"""
        room.yaml:6:3: error: electricity lacks the key 'energy'
           6 |   electricity: {enrgy: 0.072 USD/kWh, carbon: 0.60 kg/kWh}
             |   ^~~~~~~~~~~
        help: add 'energy:' with an energy price such as '0.07 USD/kWh'
        room.yaml:6:17: error: unknown key 'enrgy' in electricity
           6 |   electricity: {enrgy: 0.072 USD/kWh, carbon: 0.60 kg/kWh}
             |                 ^~~~~
        help: did you mean 'energy'?
        """#),
    Malformed(
      "a block in place of a value",
      "cooling: {plant: perimeter-dx-2005}",
      becomes: "cooling: {plant: {kind: dx}}",
      says: #"""
        room.yaml:10:20: error: 'plant' takes one of a fixed set of words, found a block of keys
          10 |   cooling: {plant: {kind: dx}}
             |                    ^
        """#),
    Malformed(
      "a value in place of a block",
      "  power: {era: 2005, design: 60 kW}",
      becomes: "  power: 60 kW",
      says: #"""
        room.yaml:9:10: error: 'power' takes a block of keys, found '60 kW'
           9 |   power: 60 kW
             |          ^~~~~
        """#),
    Malformed(
      "a value in place of a list",
      """
      assert:
        - savings(blades).energy >= 10 %
      """,
      becomes: "assert: savings(blades).energy >= 10 %",
      says: #"""
        room.yaml:26:9: error: 'assert' takes a list, found 'savings(blades).energy >= 10 %'
          26 | assert: savings(blades).energy >= 10 %
             |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        """#),
    Malformed(
      "a key without a value",
      "      os: linux-2.6",
      becomes: "      os:",
      says: #"""
        room.yaml:16:7: error: 'os' has no value
          16 |       os:
             |       ^~
        help: write one of a fixed set of words
        """#),
    Malformed(
      "no layouts",
      "layouts:",
      becomes: """
        layouts: []
        later:
        """,
      says: #"""
        room.yaml:19:1: error: there is no layout
          19 | layouts: []
             | ^~~~~~~
        help: describe at least one, better two to compare
        room.yaml:20:1: error: unknown key 'later' in scenario
          20 | later:
             | ^~~~~
        help: valid keys: bladesim, title, horizon, seed, replications, site, workload, layouts, assert, project
        """#),
    Malformed(
      "several mistakes at once",
      """
            count: 20
            os: linux-2.6
            memory: 512 MiB
      """,
      becomes: """
              cuont: 20
              os: linux-26
              memory: 512
        """,
      says: #"""
        room.yaml:14:7: error: nothing says how many guests there are
          14 |     - name: web
             |       ^
        help: add 'count'
        room.yaml:15:7: error: unknown key 'cuont' in guest group
          15 |       cuont: 20
             |       ^~~~~
        help: did you mean 'count'?
        room.yaml:16:11: error: 'os' cannot be 'linux-26'
          16 |       os: linux-26
             |           ^~~~~~~~
        help: did you mean 'linux-2.6'?
        room.yaml:17:15: error: 'memory' cannot be used: a data size needs a unit, found the bare number 512
          17 |       memory: 512
             |               ^~~
        help: write a unit: B, KiB, MiB, GiB, TiB, KB, MB, GB, TB, such as 64 GiB
        """#),
  ]
}
