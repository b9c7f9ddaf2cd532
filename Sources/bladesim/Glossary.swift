/// What the words in verdicts and reports mean, for `explain`.
enum Glossary {
  /// A word and its meaning.
  struct Entry {
    let term: String
    let meaning: String
  }

  static let all: [Entry] = [
    Entry(
      term: "verdict",
      meaning: """
        The table that `compare` prints. Every column is a layout, the first one is what the others are compared with. A
        value with +- is a mean over replications with its 95 % interval. Savings are computed replication by replication
        (both layouts see the same guests, weather and random numbers), so their interval is much narrower than the two
        values side by side suggest.
        """),
    Entry(
      term: "pue",
      meaning: """
        Power usage effectiveness: energy at the utility meter over energy of the IT equipment at its supply inputs, both
        over the whole study. It is computed, never an input: losses of PDUs, UPS, switchgear and transformer and the
        power of the cooling plant are worked out for every sample. When consolidation shrinks the IT load and the plant
        stays, PUE rises, because most of the plant's own needs do not shrink. See docs/models/power.md and cooling.md.
        """),
    Entry(
      term: "wue",
      meaning: """
        Water usage effectiveness: litres of water that the cooling plant takes on site for each kWh of IT energy. Zero for
        a plant that evaporates none. As a condition: value(LAYOUT).wue <= 1.8.
        """),
    Entry(
      term: "cue",
      meaning: """
        Carbon usage effectiveness: kg CO2e of electricity for each kWh of IT energy, which is the carbon intensity of the
        site times PUE. As a condition: value(LAYOUT).cue <= 0.9.
        """),
    Entry(
      term: "ere",
      meaning: """
        Energy reuse effectiveness: energy at the meter less heat that is put to use elsewhere, over IT energy. It is PUE
        where no heat is put to use. As a condition: value(LAYOUT).ere <= 1.2.
        """),
    Entry(
      term: "unmet heat",
      meaning: """
        Heat that the cooling plant could not remove. The run goes on as if the room stayed cool, so where there is any,
        energy and PUE are too low: the verdict names the layout, the hours and how much. As a condition:
        value(LAYOUT).unmet <= 0, in per cent of the time.
        """),
    Entry(
      term: "decomposition",
      meaning: """
        Where an energy saving comes from: E0 - E1 = (IT0 - IT1) PUE0 - IT1 (PUE1 - PUE0). The first term is what less IT
        power saves at the old overhead, the second what a changed overhead takes back. The identity is exact.
        """),
    Entry(
      term: "binding constraint",
      meaning: """
        What decides a number. Racks: the largest of the counts by rack units, power, weight, switch ports and circuits.
        Servers: the resource (processor or memory) that is missing when there is one server less; in a mixed estate one
        for each kind of servers.
        """),
    Entry(
      term: "bound",
      meaning: """
        A number of servers that no plan can go below, whatever the policy. If the plan uses as many, it is proven optimal;
        else the gap says how far from the best it can be at most. See docs/models/placement.md.
        """),
    Entry(
      term: "spare",
      meaning: """
        Capacity that stays free for failures. `one enclosure`: any one enclosure may be lost and all of its guests restart
        on the others, checked guest by guest. `one host`: the same for any one server. `2 hosts`: two servers take no
        guest. `10 %`: a tenth of every server stays free. With several techniques each kind of servers has its own.
        """),
    Entry(
      term: "mixed estate",
      meaning: """
        A layout whose guests run under several techniques: `technique` for most, `except` by group, `otherwise` for whom
        `technique` refuses. Techniques that cannot meet on a host have servers of their own, a pool each, with its own
        constraint and its own spare. An emulator is a process and joins servers that run a general system. See
        docs/models/virtualization.md.
        """),
    Entry(
      term: "downtime",
      meaning: """
        Time in which a guest exists but does not run because its server or enclosure failed, until it runs again: on the
        same server after repair and boot, or, with restart, on another one after detection and boot.
        """),
    Entry(
      term: "blast radius",
      meaning: "The most guests that a single failure took down at once in any replication."
    ),
    Entry(
      term: "replications",
      meaning: """
        The study is simulated several times with fresh random numbers: demand, arrivals, failures. Layouts share them
        within a replication. One replication gives values without intervals.
        """),
    Entry(
      term: "plant",
      meaning: """
        Power and cooling equipment of the building. Unless a layout names its own, all layouts live in the site's plant,
        sized for `design`, as a company does that consolidates in the room it has.
        """),
    Entry(
      term: "confidence",
      meaning: """
        How far a figure of the catalogue can be trusted. published: it stands in the named source. derived: computed from
        published figures. memory-high, -medium, -low: quoted from memory of the literature, right to a few per cent, to 10
        to 20 %, or to an order of magnitude.
        """),
    Entry(
      term: "exit codes",
      meaning: """
        0 done; 1 a gate failed or a layout cannot be built; 64 usage; 65 invalid scenario or data; 66 input cannot be read;
        70 fault of the program; 73 output exists or cannot be created; 74 input or output failed; 75 incomplete and
        resumable; 130 interrupted and resumable.
        """),
    Entry(
      term: "servers, idle",
      meaning: """
        Energy component: what running servers draw without load, and what servers draw while off, booting or failed,
        behind their power supplies.
        """),
    Entry(
      term: "servers, work",
      meaning:
        "Energy component: what load adds to the power of running servers, behind their power supplies."
    ),
    Entry(
      term: "enclosures",
      meaning: "Energy component: fans, management and interconnects of blade enclosures, at the DC side."
    ),
    Entry(
      term: "power supplies",
      meaning: """
        Energy component: loss of the supplies of servers and enclosures at their real load point. Servers whose tested
        supply is not known keep its loss inside their own power.
        """),
    Entry(
      term: "results file",
      meaning: """
        One SQLite file with every study that was written to it: runs, components, costs, racks, hosts, events, hourly
        power. Query it with any SQLite tool; docs/results.md explains tables and views. A study that is already in the
        file is taken from there unless --force is given.
        """),
  ]
}
