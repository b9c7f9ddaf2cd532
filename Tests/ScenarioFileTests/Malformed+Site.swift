extension Malformed {
  /// The site, its limits and its money.
  static let site: [Malformed] = [
    Malformed(
      "a rack too weak for one enclosure",
      "model: generic-42u, power: 5 kW",
      becomes: "model: generic-42u, power: 200 W",
      says: #"""
        room.yaml:8:38: error: layout 'today': one HP ProLiant DL380 G4 needs 0.23 kW, but a rack allows 0.20 kW (power per rack)
           8 |   racks: {model: generic-42u, power: 200 W}
             |                                      ^~~~~
        help: raise the limit, or take smaller equipment
        room.yaml:8:38: error: layout 'blades': one HP BladeSystem c7000 needs 0.26 kW, but a rack allows 0.20 kW (power per rack)
           8 |   racks: {model: generic-42u, power: 200 W}
             |                                      ^~~~~
        help: raise the limit, or take smaller equipment
        """#),
    Malformed(
      "a rack too low for one enclosure",
      "model: generic-42u, power: 5 kW",
      becomes: "model: generic-42u, usable: 8 U",
      says: #"""
        room.yaml:8:39: error: layout 'blades': one HP BladeSystem c7000 needs 10 U, but a rack allows 8 U (rack units)
           8 |   racks: {model: generic-42u, usable: 8 U}
             |                                       ^~~
        help: raise the limit, or take smaller equipment
        """#),
    Malformed(
      "an overloaded feed",
      "model: generic-42u, power: 5 kW",
      becomes: "model: generic-42u, circuit: {voltage: 120 V, breaker: 2 A}",
      says: #"""
        room.yaml:8:31: error: layout 'today': one HP ProLiant DL380 G4 needs 0.23 kW, but a rack allows 0.19 kW (circuit)
           8 |   racks: {model: generic-42u, circuit: {voltage: 120 V, breaker: 2 A}}
             |                               ^~~~~~~
        help: raise the limit, or take smaller equipment
        room.yaml:8:31: error: layout 'blades': one HP BladeSystem c7000 needs 0.26 kW, but a rack allows 0.19 kW (circuit)
           8 |   racks: {model: generic-42u, circuit: {voltage: 120 V, breaker: 2 A}}
             |                               ^~~~~~~
        help: raise the limit, or take smaller equipment
        """#),
    Malformed(
      "more usable units than there are",
      "model: generic-42u, power: 5 kW",
      becomes: "model: generic-42u, usable: 60 U",
      says: #"""
        room.yaml:8:39: error: 60 U cannot be usable in a rack of 42 U
           8 |   racks: {model: generic-42u, usable: 60 U}
             |                                       ^~~~
        help: write at most 42 U
        """#),
    Malformed(
      "a plant too small",
      "design: 60 kW",
      becomes: "design: 3 kW",
      says: #"""
        room.yaml:9:30: warning: layout 'today': 20 idle servers draw 4520 W, above the design of 3 kW
           9 |   power: {era: 2005, design: 3 kW}
             |                              ^~~~
        help: raise the design of power and cooling
        """#),
    Malformed(
      "a floor too small for a rack",
      "price: 250 USD/m2-year",
      becomes: "price: 250 USD/m2-year, area: 1 m2",
      says: #"""
        room.yaml:7:41: error: 1 m2 of floor is no room for a rack: with aisles and the plant's units it takes 13.8 m2
           7 |   floor: {price: 250 USD/m2-year, area: 1 m2}
             |                                         ^~~~
        help: raise the area, or count floor by an 'allowance' for each rack
        """#),
    Malformed(
      "two currencies",
      "250 USD/m2-year",
      becomes: "250 EUR/m2-year",
      says: #"""
        room.yaml:7:18: error: this price is in EUR, the price of energy in USD
           7 |   floor: {price: 250 EUR/m2-year}
             |                  ^~~~~~~~~~~~~~~
        help: use one currency in a scenario; the prices of the catalogue are in USD
        """#),
    Malformed(
      "a currency that the catalogue does not use",
      "energy: 0.072 USD/kWh",
      becomes: "energy: 0.072 EUR/kWh",
      says: #"""
        room.yaml:7:18: error: this price is in USD, the price of energy in EUR
           7 |   floor: {price: 250 USD/m2-year}
             |                  ^~~~~~~~~~~~~~~
        help: use one currency in a scenario; the prices of the catalogue are in USD
        room.yaml:8:18: error: the price of the rack is in USD, the price of energy in EUR
           8 |   racks: {model: generic-42u, power: 5 kW}
             |                  ^~~~~~~~~~~
        help: use one currency in a scenario; the prices of the catalogue are in USD
        room.yaml:21:22: error: the price of the server is in USD, the price of energy in EUR
          21 |     servers: {model: hp-dl380-g4}
             |                      ^~~~~~~~~~~
        help: use one currency in a scenario; the prices of the catalogue are in USD
        room.yaml:24:22: error: the price of the server is in USD, the price of energy in EUR
          24 |     servers: {model: hp-bl460c-g1, enclosure: hp-c7000}
             |                      ^~~~~~~~~~~~
        help: use one currency in a scenario; the prices of the catalogue are in USD
        room.yaml:24:47: error: the price of the enclosure is in USD, the price of energy in EUR
          24 |     servers: {model: hp-bl460c-g1, enclosure: hp-c7000}
             |                                               ^~~~~~~~
        help: use one currency in a scenario; the prices of the catalogue are in USD
        """#),
    Malformed(
      "two currencies in the tariff",
      "carbon: 0.60",
      becomes: "demand: 10 EUR/kW-month, carbon: 0.60",
      says: #"""
        room.yaml:6:48: error: this price is in EUR, the price of energy in USD
           6 |   electricity: {energy: 0.072 USD/kWh, demand: 10 EUR/kW-month, carbon: 0.60 kg/kWh}
             |                                                ^~~~~~~~~~~~~~~
        help: use one currency in a scenario
        """#),
    Malformed(
      "a ratchet without a price of demand",
      "carbon: 0.60",
      becomes: "ratchet: 80 %, carbon: 0.60",
      says: #"""
        room.yaml:6:49: error: a ratchet needs a price of demand
           6 |   electricity: {energy: 0.072 USD/kWh, ratchet: 80 %, carbon: 0.60 kg/kWh}
             |                                                 ^~~~
        help: add 'demand', or delete 'ratchet'
        """#),
    Malformed(
      "a band over midnight",
      "carbon: 0.60",
      becomes: "bands: [{name: night, from: 22, to: 6, price: 0.03 USD/kWh}], carbon: 0.60",
      says: #"""
        room.yaml:6:76: error: the band ends at 6 h, not after its start at 22 h
           6 |   electricity: {energy: 0.072 USD/kWh, bands: [{name: night, from: 22, to: 6, price: 0.03 USD/kWh}], carbon: 0.60 kg/kWh}
             |                                                                            ^
        help: write a band over midnight as two bands
        """#),
    Malformed(
      "weather twice",
      "  climate: chicago-ohare",
      becomes: """
          climate: chicago-ohare
          weather: {epw: a.epw}
        """,
      says: #"""
        room.yaml:6:3: error: both 'climate' and 'weather' give the weather
           6 |   weather: {epw: a.epw}
             |   ^~~~~~~
        help: delete one of them
        """#),
    Malformed(
      "weather that is no EPW",
      "  climate: chicago-ohare",
      becomes: "  weather: {epw: day.csv}",
      says: #"""
        day.csv:1:1: error: an EPW file begins with LOCATION, found 'a'
           1 | a,5,10,15,20
             | ^
        """#),
    Malformed(
      "no weather",
      """
        climate: chicago-ohare

      """,
      becomes: "",
      says: #"""
        room.yaml:4:1: error: nothing says what the weather is
           4 | site:
             | ^~~~
        help: add 'climate: chicago-ohare', or 'weather' with a file
        """#),
  ]
}
