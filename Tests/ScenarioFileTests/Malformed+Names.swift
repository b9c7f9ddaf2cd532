extension Malformed {
  /// Names of the catalogues, and conditions.
  static let names: [Malformed] = [
    Malformed(
      "an unknown climate",
      "climate: chicago-ohare",
      becomes: "climate: chicago-ohara",
      says: #"""
        room.yaml:5:12: error: 'climate' cannot be 'chicago-ohara'
           5 |   climate: chicago-ohara
             |            ^~~~~~~~~~~~~
        help: did you mean 'chicago-ohare'?
        """#),
    Malformed(
      "an unknown technique in a list of them",
      "    technique: vmware-esx-3",
      becomes: "    techniques: [kvm, vmware-esx-4]",
      says: #"""
        room.yaml:25:23: error: 'techniques[1]' cannot be 'vmware-esx-4'
          25 |     techniques: [kvm, vmware-esx-4]
             |                       ^~~~~~~~~~~~
        help: did you mean 'vmware-esx-3'?
        """#),
    Malformed(
      "one technique and several",
      "    technique: vmware-esx-3",
      becomes: "    technique: vmware-esx-3\n    techniques: all",
      says: #"""
        room.yaml:26:17: error: a layout has 'technique' or 'techniques', not both
          26 |     techniques: all
             |                 ^~~
        help: delete one of them
        """#),
    Malformed(
      "no technique at all",
      "    technique: vmware-esx-3\n",
      becomes: "",
      says: #"""
        room.yaml:23:5: error: layout lacks the key 'technique'
          23 |   - name: blades
             |     ^
        help: add 'technique:' with a name such as 'vmware-esx-3', or 'techniques: all'
        """#),
    Malformed(
      "an unknown server",
      "    servers: {model: hp-dl380-g4}",
      becomes: "    servers: {model: hp-dl380-g44}",
      says: #"""
        room.yaml:21:22: error: 'model' cannot be 'hp-dl380-g44'
          21 |     servers: {model: hp-dl380-g44}
             |                      ^~~~~~~~~~~~
        help: did you mean 'hp-dl380-g4'?
        """#),
    Malformed(
      "a server that resembles none",
      "    servers: {model: hp-dl380-g4}",
      becomes: "    servers: {model: typewriter}",
      says: #"""
        room.yaml:21:22: error: 'model' cannot be 'typewriter'
          21 |     servers: {model: typewriter}
             |                      ^~~~~~~~~~
        help: 'bladesim catalog server' lists those known
        """#),
    Malformed(
      "an enclosure for a server",
      "    servers: {model: hp-dl380-g4}",
      becomes: "    servers: {model: hp-c7000}",
      says: #"""
        room.yaml:21:22: error: 'model' cannot be 'hp-c7000'
          21 |     servers: {model: hp-c7000}
             |                      ^~~~~~~~
        help: 'bladesim catalog server' lists those known
        """#),
    Malformed(
      "an unknown rack",
      "model: generic-42u",
      becomes: "model: generic-24u",
      says: #"""
        room.yaml:8:18: error: 'model' cannot be 'generic-24u'
           8 |   racks: {model: generic-24u, power: 5 kW}
             |                  ^~~~~~~~~~~
        help: did you mean 'generic-42u'?
        """#),
    Malformed(
      "an unknown technique",
      "technique: vmware-esx-3",
      becomes: "technique: vmware-esx3",
      says: #"""
        room.yaml:25:16: error: 'technique' cannot be 'vmware-esx3'
          25 |     technique: vmware-esx3
             |                ^~~~~~~~~~~
        help: did you mean 'vmware-esx-3'?
        """#),
    Malformed(
      "an unknown system",
      "os: linux-2.6",
      becomes: "os: linux-2.7",
      says: #"""
        room.yaml:16:11: error: 'os' cannot be 'linux-2.7'
          16 |       os: linux-2.7
             |           ^~~~~~~~~
        help: did you mean 'linux-2.4'?
        """#),
    Malformed(
      "an unknown pattern",
      "pattern: office-hours",
      becomes: "pattern: office-hour",
      says: #"""
        room.yaml:18:25: error: 'pattern' cannot be 'office-hour'
          18 |       demand: {pattern: office-hour, mean: 6 %, peak: 25 %}
             |                         ^~~~~~~~~~~
        help: did you mean 'office-hours'?
        """#),
    Malformed(
      "an unknown policy",
      "    technique: vmware-esx-3",
      becomes: """
            technique: vmware-esx-3
            placement: {policy: best-fit-increasing}
        """,
      says: #"""
        room.yaml:26:25: error: 'policy' cannot be 'best-fit-increasing'
          26 |     placement: {policy: best-fit-increasing}
             |                         ^~~~~~~~~~~~~~~~~~~
        help: did you mean 'best-fit-decreasing'?
        """#),
    Malformed(
      "a setting of another policy",
      "    technique: vmware-esx-3",
      becomes: """
            technique: vmware-esx-3
            placement: {policy: first-fit, weights: average}
        """,
      says: #"""
        room.yaml:26:45: error: policy 'first-fit' has no 'weights'
          26 |     placement: {policy: first-fit, weights: average}
             |                                             ^~~~~~~
        help: it has no settings
        """#),
    Malformed(
      "an unknown plant",
      "plant: perimeter-dx-2005",
      becomes: "plant: perimeter-dx-2006",
      says: #"""
        room.yaml:10:20: error: 'plant' cannot be 'perimeter-dx-2006'
          10 |   cooling: {plant: perimeter-dx-2006}
             |                    ^~~~~~~~~~~~~~~~~
        help: did you mean 'perimeter-dx-2005'?
        """#),
    Malformed(
      "a setting of another plant",
      "plant: perimeter-dx-2005",
      becomes: "plant: perimeter-dx-2005, greatest-dew-point: 15 degC",
      says: #"""
        room.yaml:10:59: error: plant 'perimeter-dx-2005' has no 'greatest-dew-point'
          10 |   cooling: {plant: perimeter-dx-2005, greatest-dew-point: 15 degC}
             |                                                           ^~~~~~~
        help: it has supply, rise, fans, cop, least-condensing, humidity-standing, humidity-proportional
        """#),
    Malformed(
      "a setting of a plant out of range",
      "plant: perimeter-dx-2005",
      becomes: "plant: perimeter-dx-2005, supply: 40 degC",
      says: #"""
        room.yaml:10:47: error: 'supply' cannot be used: supply is 40 degC, outside 10 degC to 20 degC
          10 |   cooling: {plant: perimeter-dx-2005, supply: 40 degC}
             |                                               ^~~~~~~
        help: supply air temperature; usual is 14 degC
        """#),
    Malformed(
      "a setting of another pattern",
      "peak: 25 %}",
      becomes: "peak: 25 %, shape: {starts: 2 h}}",
      says: #"""
        room.yaml:18:78: error: pattern 'office-hours' has no 'starts'
          18 |       demand: {pattern: office-hours, mean: 6 %, peak: 25 %, shape: {starts: 2 h}}
             |                                                                              ^~~
        help: it has opens, closes, lunch dip, night, weekend
        """#),
    Malformed(
      "a setting of a pattern out of range",
      "peak: 25 %}",
      becomes: "peak: 25 %, shape: {closes: 30 h}}",
      says: #"""
        room.yaml:18:78: error: 'closes' must be between 12 h and 1 d, found 30 h
          18 |       demand: {pattern: office-hours, mean: 6 %, peak: 25 %, shape: {closes: 30 h}}
             |                                                                              ^~~~
        """#),
    Malformed(
      "an unknown spare",
      "    technique: vmware-esx-3",
      becomes: """
            technique: vmware-esx-3
            placement: {spare: one enclosures}
        """,
      says: #"""
        room.yaml:26:24: error: 'spare' cannot be 'one enclosures'
          26 |     placement: {spare: one enclosures}
             |                        ^~~~~~~~~~~~~~
        help: did you mean 'one enclosure'?
        """#),
    Malformed(
      "an unknown kind of cost",
      "    technique: vmware-esx-3",
      becomes: """
            technique: vmware-esx-3
            costs:
              - {item: VI3, category: license, amount: 5750 USD, per: socket}
        """,
      says: #"""
        room.yaml:27:31: error: 'category' cannot be 'license'
          27 |       - {item: VI3, category: license, amount: 5750 USD, per: socket}
             |                               ^~~~~~~
        help: did you mean 'licences'?
        """#),
    Malformed(
      "a cost without an amount",
      "    technique: vmware-esx-3",
      becomes: """
            technique: vmware-esx-3
            costs:
              - {item: VI3, category: licences}
        """,
      says: #"""
        room.yaml:27:9: error: cost lacks the key 'amount'
          27 |       - {item: VI3, category: licences}
             |         ^
        help: add 'amount:' with an amount of money such as '4500 USD'
        """#),
    Malformed(
      "an unknown metric",
      "savings(blades).energy >= 10 %",
      becomes: "savings(blades).joy >= 10 %",
      says: #"""
        room.yaml:27:5: error: 'assert[0]' cannot be used: unknown metric 'joy'
          27 |   - savings(blades).joy >= 10 %
             |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~
        help: use one of energy, equipment, power, cost, floor, racks, servers, carbon, pue, downtime, rto, rpo, provisioning, waiting, intake, wue, cue, ere, dcie, work, unmet
        """#),
    Malformed(
      "a condition without a comparison",
      "savings(blades).energy >= 10 %",
      becomes: "savings(blades).energy",
      says: #"""
        room.yaml:27:5: error: 'assert[0]' cannot be used: 'savings(blades).energy' is not a condition
          27 |   - savings(blades).energy
             |     ^~~~~~~~~~~~~~~~~~~~~~
        help: write it like savings(blades).energy >= 60 %
        """#),
    Malformed(
      "a condition on an unknown layout",
      "savings(blades).energy >= 10 %",
      becomes: "savings(blade).energy >= 10 %",
      says: #"""
        room.yaml:27:5: error: there is no layout 'blade'
          27 |   - savings(blade).energy >= 10 %
             |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        help: the layouts are today, blades
        """#),
    Malformed(
      "two layouts of a name",
      "  - name: blades",
      becomes: "  - name: today",
      says: #"""
        room.yaml:23:11: error: two layouts are named 'today'
          23 |   - name: today
             |           ^~~~~
        help: rename one
        room.yaml:27:5: error: there is no layout 'blades'
          27 |   - savings(blades).energy >= 10 %
             |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        help: the layouts are today, today
        """#),
    Malformed(
      "savings against itself",
      "savings(blades).energy >= 10 %",
      becomes: "savings(today).energy >= 10 %",
      says: #"""
        room.yaml:27:5: warning: 'today' is the layout that savings are counted against
          27 |   - savings(today).energy >= 10 %
             |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        help: it always saves 0 %; name another layout
        """#),
  ]
}
