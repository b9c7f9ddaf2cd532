/// The scenario that `init` writes: small, complete, and commented for changing.
enum StarterScenario {
  static let text = """
    # yaml-language-server: $schema=scenario.schema.json
    bladesim: 1

    # The question this study answers; it heads the verdict and the report.
    title: What would consolidating forty servers save?

    # When, for how long, and in what steps. Values carry their units.
    horizon: {start: 2006-01-01, duration: 3 y, sample: 15 min}
    # Everything random is drawn anew in each replication; more of them give narrower intervals.
    seed: 1
    replications: 10

    site:
      climate: chicago-ohare              # bladesim catalog climate
      electricity: {energy: 0.08 USD/kWh, demand: 10 USD/kW-month, carbon: 0.60 kg/kWh}
      floor: {price: 250 USD/m2-year}
      racks: {model: generic-42u, usable: 40 U, power: 5 kW, power rule: room average}
      # The plant was built for this IT power, and every layout lives in it.
      power: {era: 2005, topology: n+1, design: 20 kW}
      cooling: {plant: perimeter-dx-2005, unit: 10 kW}

    workload:
      # Demands are shares of this machine, wherever the guest runs later.
      measured on: hp-dl380-g4            # bladesim catalog server
      guests:
        - name: web
          count: 30
          os: linux-2.6
          class: web
          memory: 512 MiB
          demand: {pattern: office-hours, mean: 6 %, peak: 25 %}
        - name: database
          count: 10
          os: windows-2003
          class: database
          memory: 2 GiB
          demand: {pattern: nightly-batch, mean: 10 %, peak: 40 %}

    # The first layout is what the others are compared with.
    layouts:
      - name: today
        servers: {model: hp-dl380-g4, owned: true}
        technique: bare-metal

      - name: virtualized
        servers: {model: hp-bl460c-g1, enclosure: hp-c7000, memory: 16 GiB}
        technique: vmware-esx-3           # bladesim catalog technique
        hosts: {cpu: 60 %, memory: 90 %}  # how full a server may be planned
        placement: {spare: one host}

    # What must hold, or the command ends with exit code 1.
    assert:
      - savings(virtualized).energy >= 30 %

    """
}
