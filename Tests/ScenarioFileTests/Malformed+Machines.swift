extension Malformed {
  /// Machines, and what does not go together.
  static let machines: [Malformed] = [
    Malformed(
      "a blade without an enclosure",
      "model: hp-bl460c-g1, enclosure: hp-c7000",
      becomes: "model: hp-bl460c-g1",
      says: #"""
        room.yaml:24:22: error: HP ProLiant BL460c is a blade and needs an enclosure
          24 |     servers: {model: hp-bl460c-g1}
             |                      ^~~~~~~~~~~~
        help: add 'enclosure'; it fits hp-c-class
        """#),
    Malformed(
      "a rack server in an enclosure",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: hp-dl380-g4, enclosure: hp-c7000}",
      says: #"""
        room.yaml:21:46: error: HP ProLiant DL380 G4 stands in a rack, not in a HP BladeSystem c7000
          21 |     servers: {model: hp-dl380-g4, enclosure: hp-c7000}
             |                                              ^~~~~~~~
        help: delete 'enclosure'
        """#),
    Malformed(
      "a blade in another maker's enclosure",
      "enclosure: hp-c7000",
      becomes: "enclosure: dell-m1000e",
      says: #"""
        room.yaml:24:47: warning: Dell PowerEdge M1000e could first be bought in 2008; the study starts in 2006
          24 |     servers: {model: hp-bl460c-g1, enclosure: dell-m1000e}
             |                                               ^~~~~~~~~~~
        help: start the study later, or take an older model
        room.yaml:24:47: error: HP ProLiant BL460c fits hp-c-class, but Dell PowerEdge M1000e is of family dell-m-series
          24 |     servers: {model: hp-bl460c-g1, enclosure: dell-m1000e}
             |                                               ^~~~~~~~~~~
        """#),
    Malformed(
      "more blades than bays",
      "enclosure: hp-c7000",
      becomes: "enclosure: hp-c7000, enclosures: 2, count: 33",
      says: #"""
        room.yaml:24:79: error: 33 blades do not fit: 2 enclosures have room for 32
          24 |     servers: {model: hp-bl460c-g1, enclosure: hp-c7000, enclosures: 2, count: 33}
             |                                                                               ^~
        help: lower the count, or add enclosures
        """#),
    Malformed(
      "enclosures without a count",
      "enclosure: hp-c7000",
      becomes: "enclosure: hp-c7000, enclosures: 2",
      says: #"""
        room.yaml:24:69: error: a number of enclosures needs a number of servers
          24 |     servers: {model: hp-bl460c-g1, enclosure: hp-c7000, enclosures: 2}
             |                                                                     ^
        help: add 'count', or delete 'enclosures' to have both sized
        """#),
    Malformed(
      "supplies that cannot carry the server",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: hp-dl380-g4, supplies: {rating: 100 W, efficiency: gold}}",
      says: #"""
        room.yaml:21:35: error: supplies of 100 W in all cannot carry HP ProLiant DL380 G4 at full load
          21 |     servers: {model: hp-dl380-g4, supplies: {rating: 100 W, efficiency: gold}}
             |                                   ^~~~~~~~
        help: raise the rating or the count
        """#),
    Malformed(
      "a misspelt key of other equipment",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: hp-dl380-g4}\n    equipment:\n      "
        + "- {name: array, count: 2, height: 3 U, watts: 300 W, weight: 30 kg}",
      says: #"""
        room.yaml:23:9: error: equipment lacks the key 'power'
          23 |       - {name: array, count: 2, height: 3 U, watts: 300 W, weight: 30 kg}
             |         ^
        help: add 'power:' with a power such as '350 W'
        room.yaml:23:46: error: unknown key 'watts' in equipment
          23 |       - {name: array, count: 2, height: 3 U, watts: 300 W, weight: 30 kg}
             |                                              ^~~~~
        help: valid keys: name, count, height, power, weight, ports, cables, price
        """#),
    Malformed(
      "a key of other equipment with two letters changed over",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: hp-dl380-g4}\n    equipment:\n      "
        + "- {name: array, count: 2, height: 3 U, power: 300 W, wieght: 30 kg}",
      says: #"""
        room.yaml:23:9: error: equipment lacks the key 'weight'
          23 |       - {name: array, count: 2, height: 3 U, power: 300 W, wieght: 30 kg}
             |         ^
        help: add 'weight:' with a mass such as '35 kg'
        room.yaml:23:60: error: unknown key 'wieght' in equipment
          23 |       - {name: array, count: 2, height: 3 U, power: 300 W, wieght: 30 kg}
             |                                                            ^~~~~~
        help: did you mean 'weight'?
        """#),
    Malformed(
      "other equipment that no rack takes",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: hp-dl380-g4}\n    equipment:\n      "
        + "- {name: array, count: 2, height: 3 U, power: 6 kW, weight: 30 kg}",
      says: #"""
        room.yaml:23:53: error: one array needs 6.00 kW, but a rack allows 5.00 kW (power per rack)
          23 |       - {name: array, count: 2, height: 3 U, power: 6 kW, weight: 30 kg}
             |                                                     ^~~~
        help: raise the limit of the racks, or take smaller pieces
        """#),
    Malformed(
      "other equipment between two half units",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: hp-dl380-g4}\n    equipment:\n      "
        + "- {name: array, count: 2, height: 3.3 U, power: 300 W, weight: 30 kg}",
      says: #"""
        room.yaml:23:41: error: 3.3 U is not in steps of half a unit
          23 |       - {name: array, count: 2, height: 3.3 U, power: 300 W, weight: 30 kg}
             |                                         ^~~~~
        help: round it up to the next half
        """#),
    Malformed(
      "more memory than the model takes",
      "enclosure: hp-c7000",
      becomes: "enclosure: hp-c7000, memory: 512 GiB",
      says: #"""
        room.yaml:24:65: error: HP ProLiant BL460c takes at most 64 GiB, found 512 GiB
          24 |     servers: {model: hp-bl460c-g1, enclosure: hp-c7000, memory: 512 GiB}
             |                                                                 ^~~~~~~
        help: lower the memory, or take a larger server
        """#),
    Malformed(
      "fewer servers than guests",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: hp-dl380-g4, count: 10}",
      says: #"""
        room.yaml:21:42: error: 20 guests with a host each do not fit 10 servers
          21 |     servers: {model: hp-dl380-g4, count: 10}
             |                                          ^~
        help: raise the count, or leave it out
        """#),
    Malformed(
      "a guest with more memory than any host",
      "memory: 512 MiB",
      becomes: "memory: 80 GiB",
      says: #"""
        room.yaml:17:15: error: a guest 'web' takes 80.00 GiB of a host, in layout 'today' a host offers 8.00 GiB
          17 |       memory: 80 GiB
             |               ^~~~~~
        help: lower the memory of the guest, or fit more into the servers
        room.yaml:17:15: error: a guest 'web' takes 82.71 GiB of a host, in layout 'blades' a host offers 6.85 GiB
          17 |       memory: 80 GiB
             |               ^~~~~~
        help: lower the memory of the guest, or fit more into the servers
        room.yaml:25:16: error: 'web' cannot run under VMware ESX 3: it has 80 GiB of memory, at most 16 GiB are allowed
          25 |     technique: vmware-esx-3
             |                ^~~~~~~~~~~~
        help: possible: virtuozzo, linux-vserver, xen-3-pv, xen-3-hvm, qemu-tcg, bare-metal
        """#),
    Malformed(
      "a guest with more work than any host",
      "mean: 6 %, peak: 25 %",
      becomes: "mean: 60 %, peak: 900 %",
      says: #"""
        room.yaml:18:7: error: a guest 'web' takes 900.0 % of a host's processors, in layout 'today' a host offers 100.0 %
          18 |       demand: {pattern: office-hours, mean: 60 %, peak: 900 %}
             |       ^~~~~~
        help: lower the demand, raise the limits of 'hosts', or take a larger server
        room.yaml:18:7: error: a guest 'web' takes 168.0 % of a host's processors, in layout 'blades' a host offers 58.0 %
          18 |       demand: {pattern: office-hours, mean: 60 %, peak: 900 %}
             |       ^~~~~~
        help: lower the demand, raise the limits of 'hosts', or take a larger server
        """#),
    Malformed(
      "a guest with more processors than a host has",
      "      count: 20",
      becomes: """
              count: 20
              virtual cpus: 64
        """,
      says: #"""
        room.yaml:16:21: warning: a guest 'web' has 64 virtual processors, in layout 'blades' a host has 4 cores
          16 |       virtual cpus: 64
             |                     ^~
        room.yaml:26:16: error: 'web' cannot run under VMware ESX 3: it has 64 virtual CPUs, at most 4 are allowed
          26 |     technique: vmware-esx-3
             |                ^~~~~~~~~~~~
        help: possible: virtuozzo, linux-vserver, bare-metal
        """#),
    Malformed(
      "a guest that the technique refuses",
      "os: linux-2.6",
      becomes: "os: rsx-11m-plus",
      says: #"""
        room.yaml:22:16: error: RSX-11M-Plus cannot run on bare metal on a host with x86-64 processors: it is built for PDP-11, which takes an emulator (guests 'web')
          22 |     technique: bare-metal
             |                ^~~~~~~~~~
        help: possible: simh-pdp-11
        room.yaml:25:16: error: RSX-11M-Plus cannot run under VMware ESX 3 on a host with x86-64 processors: it is built for PDP-11, which takes an emulator (guests 'web')
          25 |     technique: vmware-esx-3
             |                ^~~~~~~~~~~~
        help: possible: simh-pdp-11
        """#),
    Malformed(
      "a guest that the technique of its group refuses",
      "technique: vmware-esx-3",
      becomes: "technique: vmware-esx-3\n    except: {web: solaris-zones}",
      says: #"""
        room.yaml:26:19: error: Linux 2.6 cannot run under Solaris Zones (shares the host's Solaris kernel) (guests 'web')
          26 |     except: {web: solaris-zones}
             |                   ^~~~~~~~~~~~~
        help: possible: virtuozzo, linux-vserver, xen-3-pv, vmware-esx-3, vmware-esx-2.5, xen-3-hvm, vt-x, vmware-gsx, vmware-workstation, virtual-server-2005-r2, user-mode-linux, qemu-tcg, bochs, bare-metal
        """#),
    Malformed(
      "another technique for guests that are not there",
      "technique: vmware-esx-3",
      becomes: "technique: vmware-esx-3\n    except: {mail: bare-metal}",
      says: #"""
        room.yaml:26:20: error: there are no guests 'mail'
          26 |     except: {mail: bare-metal}
             |                    ^~~~~~~~~~
        help: the groups are web
        """#),
    Malformed(
      "a licence of a technique that nothing runs under",
      "technique: vmware-esx-3",
      becomes:
        "technique: vmware-esx-3\n    costs: [{item: licence, category: licences, amount: 9 USD, technique: kvm}]",
      says: #"""
        room.yaml:26:75: error: nothing runs under 'kvm' in layout 'blades'
          26 |     costs: [{item: licence, category: licences, amount: 9 USD, technique: kvm}]
             |                                                                           ^~~
        help: its techniques are vmware-esx-3
        """#),
    Malformed(
      "a technique before its time",
      "start: 2006-01-01",
      becomes: "start: 2005-01-01",
      says: #"""
        room.yaml:24:22: warning: HP ProLiant BL460c could first be bought in 2006; the study starts in 2005
          24 |     servers: {model: hp-bl460c-g1, enclosure: hp-c7000}
             |                      ^~~~~~~~~~~~
        help: start the study later, or take an older model
        room.yaml:24:47: warning: HP BladeSystem c7000 could first be bought in 2006; the study starts in 2005
          24 |     servers: {model: hp-bl460c-g1, enclosure: hp-c7000}
             |                                               ^~~~~~~~
        help: start the study later, or take an older model
        room.yaml:25:16: error: Linux 2.6 cannot run under VMware ESX 3 in 2005: it is offered 2006 to 2011 (guests 'web')
          25 |     technique: vmware-esx-3
             |                ^~~~~~~~~~~~
        help: possible: virtuozzo, linux-vserver, xen-3-pv, vmware-esx-2.5, vt-x, vmware-gsx, vmware-workstation, virtual-server-2005-r2, user-mode-linux, qemu-tcg, bochs, bare-metal
        """#),
    Malformed(
      "a spare enclosure of rack servers",
      "servers: {model: hp-dl380-g4}",
      becomes: """
        servers: {model: hp-dl380-g4}
            placement: {spare: one enclosure}
        """,
      says: #"""
        room.yaml:22:24: error: there are no enclosures to keep one spare
          22 |     placement: {spare: one enclosure}
             |                        ^~~~~~~~~~~~~
        help: write 'one host', 'N hosts' or a share
        """#),
    Malformed(
      "guests kept together that there are not",
      "servers: {model: hp-dl380-g4}",
      becomes: """
        servers: {model: hp-dl380-g4}
            placement: {together: [{guests: [wbe]}]}
        """,
      says: #"""
        room.yaml:22:29: error: there are no guests 'wbe'
          22 |     placement: {together: [{guests: [wbe]}]}
             |                             ^~~~~~
        help: the groups of guests are 'web'
        """#),
    Malformed(
      "more spare hosts than hosts",
      "enclosure: hp-c7000",
      becomes: """
        enclosure: hp-c7000, count: 4}
            placement: {spare: 4 hosts
        """,
      says: #"""
        room.yaml:25:24: error: 4 spare hosts of 4 leave none for guests
          25 |     placement: {spare: 4 hosts}
             |                        ^~~~~~~
        help: keep fewer spare, or raise the count
        """#),
    Malformed(
      "restart on bare metal",
      "    technique: bare-metal",
      becomes: """
            technique: bare-metal
            restart: true
        """,
      says: #"""
        room.yaml:23:14: error: Bare metal does not restart guests on other hosts
          23 |     restart: true
             |              ^~~~
        help: delete 'restart', or take another technique
        """#),
    Malformed(
      "a device type that is not there",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: ./mine.yaml}",
      says: #"""
        room.yaml:21:22: error: 'model' cannot be read: ./mine.yaml: there is no such file
          21 |     servers: {model: ./mine.yaml}
             |                      ^~~~~~~~~~~
        """#),
    Malformed(
      "a device type without facts",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: ./lonely.yaml}",
      says: #"""
        room.yaml:21:22: error: 'model' cannot be read: ./lonely.facts.yaml: there is no such file
          21 |     servers: {model: ./lonely.yaml}
             |                      ^~~~~~~~~~~~~
        """#),
    Malformed(
      "caps that cap nothing",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: hp-dl380-g4}\n    caps: {controller: software}",
      says: #"""
        room.yaml:22:5: error: nothing is capped
          22 |     caps: {controller: software}
             |     ^~~~
        help: write 'server', 'enclosure', 'rack' or 'circuit'
        """#),
    Malformed(
      "a cap on enclosures that are not there",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: hp-dl380-g4}\n    caps: {enclosure: 4 kW}",
      says: #"""
        room.yaml:22:23: error: there are no enclosures to cap
          22 |     caps: {enclosure: 4 kW}
             |                       ^~~~
        help: cap 'server' or 'rack'
        """#),
    Malformed(
      "a cap below idle power",
      "servers: {model: hp-dl380-g4}",
      becomes: "servers: {model: hp-dl380-g4}\n    caps: {server: 100 W, controller: at once}",
      says: #"""
        room.yaml:22:20: error: a cap of 100 W cannot be held: HP ProLiant DL380 G4 draws 226 W idle
          22 |     caps: {server: 100 W, controller: at once}
             |                    ^~~~~
        help: write at least 226 W, or take smaller equipment
        room.yaml:22:39: error: 'controller' cannot be 'at once'
          22 |     caps: {server: 100 W, controller: at once}
             |                                       ^~~~~~~
        help: valid values: hardware, firmware, software
        """#),
  ]
}
