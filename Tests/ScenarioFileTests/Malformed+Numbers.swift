extension Malformed {
  /// Numbers, quantities and dates.
  static let numbers: [Malformed] = [
    Malformed(
      "a power without a unit",
      "power: 5 kW",
      becomes: "power: 5",
      says: #"""
        room.yaml:8:38: error: 'power' cannot be used: a power needs a unit, found the bare number 5
           8 |   racks: {model: generic-42u, power: 5}
             |                                      ^
        help: write a unit: mW, W, kW, MW, such as 2.4 kW
        """#),
    Malformed(
      "a mass for a power",
      "power: 5 kW",
      becomes: "power: 5 kg",
      says: #"""
        room.yaml:8:38: error: 'power' cannot be used: 'kg' is a unit of mass, not of power
           8 |   racks: {model: generic-42u, power: 5 kg}
             |                                      ^~~~
        help: use one of mW, W, kW, MW, such as 2.4 kW
        """#),
    Malformed(
      "a unit in the wrong case",
      "power: 5 kW",
      becomes: "power: 5 kw",
      says: #"""
        room.yaml:8:38: error: 'power' cannot be used: unknown unit 'kw' of power
           8 |   racks: {model: generic-42u, power: 5 kw}
             |                                      ^~~~
        help: did you mean 'kW'? Case counts in units
        """#),
    Malformed(
      "not a number",
      "design: 60 kW",
      becomes: "design: nan kW",
      says: #"""
        room.yaml:9:30: error: 'design' cannot be used: 'nan kW' does not begin with a number
           9 |   power: {era: 2005, design: nan kW}
             |                              ^~~~~~
        help: write a number and a unit, such as 2.4 kW
        """#),
    Malformed(
      "infinity",
      "design: 60 kW",
      becomes: "design: .inf",
      says: #"""
        room.yaml:9:30: error: 'design' cannot be used: '.inf' is not a finite number
           9 |   power: {era: 2005, design: .inf}
             |                              ^~~~
        help: write a number and a unit, such as 2.4 kW
        """#),
    Malformed(
      "a power too large to be one",
      "design: 60 kW",
      becomes: "design: 1e400 W",
      says: #"""
        room.yaml:9:30: error: 'design' cannot be used: '1e400 W' is too large
           9 |   power: {era: 2005, design: 1e400 W}
             |                              ^~~~~~~
        """#),
    Malformed(
      "a negative count",
      "      count: 20",
      becomes: "      count: -20",
      says: #"""
        room.yaml:15:14: error: 'count' must be between 0 and 2000000, found -20
          15 |       count: -20
             |              ^~~
        """#),
    Malformed(
      "a count that looks octal",
      "      count: 20",
      becomes: "      count: 020",
      says: #"""
        room.yaml:15:14: error: 'count' takes a whole number, found '020'
          15 |       count: 020
             |              ^~~
        help: some readers take a leading zero for octal: write 20
        """#),
    Malformed(
      "a count with a fraction",
      "      count: 20",
      becomes: "      count: 20.5",
      says: #"""
        room.yaml:15:14: error: 'count' takes a whole number, found '20.5'
          15 |       count: 20.5
             |              ^~~~
        """#),
    Malformed(
      "a count in quotes",
      "      count: 20",
      becomes: "      count: \"20\"",
      says: #"""
        room.yaml:15:14: error: 'count' takes a whole number, found quoted text
          15 |       count: "20"
             |              ^~~~
        help: write it without quotes
        """#),
    Malformed(
      "digits in groups",
      "      count: 20",
      becomes: "      count: 1_000",
      says: #"""
        room.yaml:15:14: error: 'count' takes a whole number, found '1_000'
          15 |       count: 1_000
             |              ^~~~~
        help: write 1000 without separators
        """#),
    Malformed(
      "a count beyond all bounds",
      "      count: 20",
      becomes: "      count: 99999999999999999999",
      says: #"""
        room.yaml:15:14: error: 'count' is 99999999999999999999, which is too large for a whole number
          15 |       count: 99999999999999999999
             |              ^~~~~~~~~~~~~~~~~~~~
        """#),
    Malformed(
      "a quantity that looks octal",
      "memory: 512 MiB",
      becomes: "memory: 0512 MiB",
      says: #"""
        room.yaml:17:15: error: 'memory' cannot be used: '0512 MiB' has leading zeros, which some programs read as octal
          17 |       memory: 0512 MiB
             |               ^~~~~~~~
        help: write it without them
        """#),
    Malformed(
      "a decimal comma",
      "0.072 USD/kWh",
      becomes: "\"0,072 USD/kWh\"",
      says: #"""
        room.yaml:6:25: error: 'energy' cannot be used: '0,072 USD/kWh' is not a plain number
           6 |   electricity: {energy: "0,072 USD/kWh", carbon: 0.60 kg/kWh}
             |                         ^~~~~~~~~~~~~~~
        help: write digits with a decimal point and no group separators, such as 1250.5
        """#),
    Malformed(
      "a negative price",
      "0.072 USD/kWh",
      becomes: "-0.072 USD/kWh",
      says: #"""
        room.yaml:6:25: error: 'energy' cannot be used: -0.072 USD is negative
           6 |   electricity: {energy: -0.072 USD/kWh, carbon: 0.60 kg/kWh}
             |                         ^~~~~~~~~~~~~~
        """#),
    Malformed(
      "a price without a currency",
      "0.072 USD/kWh",
      becomes: "0.072 /kWh",
      says: #"""
        room.yaml:6:25: error: 'energy' cannot be used: an amount of money needs a currency
           6 |   electricity: {energy: 0.072 /kWh, carbon: 0.60 kg/kWh}
             |                         ^~~~~~~~~~
        help: write the three capital letters of a currency, such as 0.07 USD/kWh
        """#),
    Malformed(
      "a price of another thing",
      "250 USD/m2-year",
      becomes: "250 USD/kWh",
      says: #"""
        room.yaml:7:18: error: 'price' cannot be used: '250 USD/kWh' is not a price per m2-year
           7 |   floor: {price: 250 USD/kWh}
             |                  ^~~~~~~~~~~
        help: write it such as 0.07 USD/m2-year
        """#),
    Malformed(
      "a currency sign",
      "0.072 USD/kWh",
      becomes: "0.072 $/kWh",
      says: #"""
        room.yaml:6:25: error: 'energy' cannot be used: '$' is not a currency code
           6 |   electricity: {energy: 0.072 $/kWh, carbon: 0.60 kg/kWh}
             |                         ^~~~~~~~~~~
        help: write the three capital letters of a currency, such as 0.07 USD/kWh
        """#),
    Malformed(
      "a share above the whole",
      "    technique: vmware-esx-3",
      becomes: """
            technique: vmware-esx-3
            hosts: {cpu: 1600 %}
        """,
      says: #"""
        room.yaml:26:18: error: 'cpu' must be between 1 % and 1000 %, found 1600 %
          26 |     hosts: {cpu: 1600 %}
             |                  ^~~~~~
        """#),
    Malformed(
      "a day that does not exist",
      "start: 2006-01-01",
      becomes: "start: 2006-02-30",
      says: #"""
        room.yaml:3:18: error: 'start' cannot be used: there is no day 2006-02-30
           3 | horizon: {start: 2006-02-30, duration: 1 y, sample: 15 min}
             |                  ^~~~~~~~~~
        help: February 2006 has 28 days
        """#),
    Malformed(
      "a date the other way round",
      "start: 2006-01-01",
      becomes: "start: 01/01/2006",
      says: #"""
        room.yaml:3:18: error: 'start' cannot be used: '01/01/2006' is not a date
           3 | horizon: {start: 01/01/2006, duration: 1 y, sample: 15 min}
             |                  ^~~~~~~~~~
        help: write year-month-day, such as 2006-01-31
        """#),
    Malformed(
      "a sample that does not divide a day",
      "sample: 15 min",
      becomes: "sample: 7 min",
      says: #"""
        room.yaml:3:53: error: a sample of 7 min does not divide a day
           3 | horizon: {start: 2006-01-01, duration: 1 y, sample: 7 min}
             |                                                     ^~~~~
        help: use a length that fits a day exactly, such as 5 min, 15 min or 1 h
        """#),
    Malformed(
      "a duration in months",
      "duration: 1 y",
      becomes: "duration: 0 months",
      says: #"""
        room.yaml:3:40: error: 'duration' must be between 1 s and 100 y, found 0 months
           3 | horizon: {start: 2006-01-01, duration: 0 months, sample: 15 min}
             |                                        ^~~~~~~~
        """#),
    Malformed(
      "no duration",
      "duration: 1 y, ",
      becomes: "",
      says: #"""
        room.yaml:3:1: error: nothing says when the study ends
           3 | horizon: {start: 2006-01-01, sample: 15 min}
             | ^~~~~~~
        help: add 'duration' such as '3 y', or 'end'
        """#),
    Malformed(
      "an end before the start",
      "duration: 1 y",
      becomes: "end: 2005-01-01",
      says: #"""
        room.yaml:3:35: error: the study ends on 2005-01-01, not after its start on 2006-01-01
           3 | horizon: {start: 2006-01-01, end: 2005-01-01, sample: 15 min}
             |                                   ^~~~~~~~~~
        help: write a later day
        """#),
    Malformed(
      "an end and a duration",
      "duration: 1 y",
      becomes: "duration: 1 y, end: 2007-01-01",
      says: #"""
        room.yaml:3:50: error: both 'duration' and 'end' say when the study ends
           3 | horizon: {start: 2006-01-01, duration: 1 y, end: 2007-01-01, sample: 15 min}
             |                                                  ^~~~~~~~~~
        help: delete one of them
        """#),
    Malformed(
      "true for a word",
      "    servers: {model: hp-dl380-g4}",
      becomes: "    servers: {model: hp-dl380-g4, owned: yes}",
      says: #"""
        room.yaml:21:42: error: 'owned' takes true or false, found 'yes'
          21 |     servers: {model: hp-dl380-g4, owned: yes}
             |                                          ^~~
        help: write true
        """#),
  ]
}
