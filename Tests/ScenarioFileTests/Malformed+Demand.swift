extension Malformed {
  /// Guests and what they ask for.
  static let demand: [Malformed] = [
    Malformed(
      "neither pattern nor trace",
      "demand: {pattern: office-hours, mean: 6 %, peak: 25 %}",
      becomes: "demand: {}",
      says: #"""
        room.yaml:18:7: error: nothing says what the demand is
          18 |       demand: {}
             |       ^~~~~~
        help: add 'pattern' with 'mean' and 'peak', or 'trace'
        """#),
    Malformed(
      "pattern and trace",
      "pattern: office-hours, mean: 6 %, peak: 25 %",
      becomes: "pattern: office-hours, trace: a.csv",
      says: #"""
        room.yaml:18:46: error: both 'pattern' and 'trace' give the demand
          18 |       demand: {pattern: office-hours, trace: a.csv}
             |                                              ^~~~~
        help: delete one of them
        """#),
    Malformed(
      "a pattern without a peak",
      "mean: 6 %, peak: 25 %",
      becomes: "mean: 6 %",
      says: #"""
        room.yaml:18:7: error: nothing says how high the demand goes
          18 |       demand: {pattern: office-hours, mean: 6 %}
             |       ^~~~~~
        help: add 'peak', such as 'peak: 25 %', or 'p95'
        """#),
    Malformed(
      "a mean above the peak",
      "mean: 6 %, peak: 25 %",
      becomes: "mean: 60 %, peak: 25 %",
      says: #"""
        room.yaml:18:45: error: a mean of 60 % is above the peak of 25 %
          18 |       demand: {pattern: office-hours, mean: 60 %, peak: 25 %}
             |                                             ^~~~
        help: lower the mean
        """#),
    Malformed(
      "a mean of nothing",
      "mean: 6 %, peak: 25 %",
      becomes: "mean: 0 %, peak: 25 %",
      says: #"""
        room.yaml:18:45: error: 'mean' must be between 0.01 % and 100000 %, found 0 %
          18 |       demand: {pattern: office-hours, mean: 0 %, peak: 25 %}
             |                                             ^~~
        """#),
    Malformed(
      "a trace that is not there",
      "pattern: office-hours, mean: 6 %, peak: 25 %",
      becomes: "trace: missing.csv",
      says: #"""
        room.yaml:18:23: error: 'trace' cannot be read: missing.csv: there is no such file
          18 |       demand: {trace: missing.csv}
             |                       ^~~~~~~~~~~
        """#),
    Malformed(
      "a variable that is not set",
      "pattern: office-hours, mean: 6 %, peak: 25 %",
      becomes: "trace: \"${TRACES}/a.csv\"",
      says: #"""
        room.yaml:18:23: error: 'trace' cannot be read: the variable 'TRACES' is not set
          18 |       demand: {trace: "${TRACES}/a.csv"}
             |                       ^~~~~~~~~~~~~~~~~
        help: set it for this run
        """#),
    Malformed(
      "a mean for a trace",
      "pattern: office-hours, mean: 6 %, peak: 25 %",
      becomes: "trace: day.csv, mean: 6 %",
      says: #"""
        room.yaml:18:38: error: 'mean' has no meaning with 'trace'
          18 |       demand: {trace: day.csv, mean: 6 %}
             |                                      ^~~
        help: delete it
        """#),
    Malformed(
      "a trace with a sample above 100",
      "pattern: office-hours, mean: 6 %, peak: 25 %",
      becomes: "trace: broken.csv",
      says: #"""
        broken.csv:2:5: error: field 3 must be between 0 and 100, found 101
           2 | b,5,101
             |     ^~~
        """#),
    Malformed(
      "a trace of rows of different length",
      "pattern: office-hours, mean: 6 %, peak: 25 %",
      becomes: "trace: ragged.csv",
      says: #"""
        ragged.csv:2:3: error: the row has 2 fields where the table has 3
           2 | b,5
             |   ^
        help: quote fields that contain commas or line breaks
        """#),
    Malformed(
      "an empty trace",
      "pattern: office-hours, mean: 6 %, peak: 25 %",
      becomes: "trace: empty.csv",
      says: #"""
        empty.csv: error: the table is empty
        help: write a row of whole per cents for each guest
        """#),
    Malformed(
      "a trace of another sample",
      "pattern: office-hours, mean: 6 %, peak: 25 %",
      becomes: "trace: day.csv, interval: 5 min",
      says: #"""
        room.yaml:18:42: error: the trace has a sample every 5 min, the study every 15 min
          18 |       demand: {trace: day.csv, interval: 5 min}
             |                                          ^~~~~
        help: write 'sample: 5 min' in 'horizon', or bring the trace to the study's sample
        """#),
    Malformed(
      "shares that do not add up",
      "      memory: 512 MiB",
      becomes: """
              memory: 512 MiB
              class: {cpu: 50 %, disk: 30 %}
        """,
      says: #"""
        room.yaml:18:7: error: the shares add up to 80 %, not to 100 %
          18 |       class: {cpu: 50 %, disk: 30 %}
             |       ^~~~~
        help: change a share
        """#),
    Malformed(
      "guests that end before they begin",
      "      memory: 512 MiB",
      becomes: """
              memory: 512 MiB
              presence: {from: 2006-06-01, until: 2006-05-01}
        """,
      says: #"""
        room.yaml:18:43: error: the guests cease to exist before they begin to
          18 |       presence: {from: 2006-06-01, until: 2006-05-01}
             |                                           ^~~~~~~~~~
        help: write a later moment
        """#),
    Malformed(
      "guests after the study",
      "      memory: 512 MiB",
      becomes: """
              memory: 512 MiB
              presence: {from: 2 y}
        """,
      says: #"""
        room.yaml:18:7: warning: guests 'web' do not exist within the study
          18 |       presence: {from: 2 y}
             |       ^~~~~~~~
        help: the study lasts from 2006-01-01 until 2007-01-01
        """#),
    Malformed(
      "arrivals without end",
      "      memory: 512 MiB",
      becomes: """
              memory: 512 MiB
              presence: {arrivals: {every: 1 s, stay: 1 d}}
        """,
      says: #"""
        room.yaml:13:3: error: about 31 536 020 guests come to exist
          13 |   guests:
             |   ^~~~~~
        help: use at most 5 000 000
        """#),
    Malformed(
      "no guests",
      "      count: 20",
      becomes: "      count: 0",
      says: #"""
        room.yaml:13:3: error: there is not a single guest
          13 |   guests:
             |   ^~~~~~
        help: raise a count
        """#),
    Malformed(
      "no count for a pattern",
      """
            count: 20

      """,
      becomes: "",
      says: #"""
        room.yaml:14:7: error: nothing says how many guests there are
          14 |     - name: web
             |       ^
        help: add 'count'
        """#),
  ]
}
