/// Records far from firing, sorted coarsely: buckets of times, each a chain of chunks.
///
/// This is a radix heap on the integer time with 16 buckets a digit. A record lies in the level of the
/// highest hexadecimal digit in which its time differs from `base`, in the bucket of that digit's value. So
/// buckets are narrow near `base` and wide far from it, whatever the spacing of the events: there is nothing
/// to tune. The first bucket is found by two bit scans. A bucket of many records is split around its own
/// earliest time, so every pass over the records makes them finer.
///
/// Invariant: every record's time is at or after `base`, and agrees with `base` in all digits above its
/// level.
///
/// **Source**: Ahuja, Mehlhorn, Orlin, Tarjan (1990), "Faster algorithms for the shortest path problem",
/// J. ACM 37 (radix heap); Varghese and Lauck (1987), "Hashed and hierarchical timing wheels", SOSP.
@usableFromInline
@frozen
struct EventWheel: ~Copyable {
  @usableFromInline static var digitBits: Int { 4 }
  @usableFromInline static var bucketsPerLevel: Int { 1 << digitBits }
  @usableFromInline static var levels: Int { 12 }
  @usableFromInline static var chunkSize: Int { 128 }

  /// How many records are sorted at once instead of being spread over finer buckets.
  @usableFromInline static var fewRecords: Int { 32 }

  /// The time from which buckets are measured.
  @usableFromInline var base: UInt64 = 0
  /// Bit n says that level n holds a record.
  @usableFromInline var occupiedLevels: UInt64 = 0
  /// For each level, bit n says that bucket n holds a record.
  @usableFromInline let occupiedBuckets: UnsafeMutablePointer<UInt64>
  /// For each bucket, where its next record goes in `records`; a multiple of the chunk size when its last
  /// chunk is full, 0 when it has none.
  @usableFromInline let tails: UnsafeMutablePointer<Int>
  /// For each bucket that has chunks, the first of them.
  @usableFromInline let heads: UnsafeMutablePointer<Int32>
  /// All chunks, one after the other; the first stays unused so that 0 can mean none.
  @usableFromInline var records: UnsafeMutablePointer<EventRecord>
  /// For each chunk, the bucket's next chunk or the next free one; 0 ends the chain of free ones.
  @usableFromInline var links: UnsafeMutablePointer<Int32>
  @usableFromInline var chunkCapacity: Int
  @usableFromInline var firstFreeChunk: Int = 0

  @inlinable
  init() {
    let buckets = Self.levels * Self.bucketsPerLevel
    occupiedBuckets = .allocate(capacity: Self.levels)
    occupiedBuckets.initialize(repeating: 0, count: Self.levels)
    tails = .allocate(capacity: buckets)
    tails.initialize(repeating: 0, count: buckets)
    heads = .allocate(capacity: buckets)
    heads.initialize(repeating: 0, count: buckets)
    chunkCapacity = 1
    records = .allocate(capacity: 1)
    links = .allocate(capacity: 1)
    links.initialize(to: 0)
    grow()
  }

  @inlinable
  deinit {
    occupiedBuckets.deallocate()
    tails.deallocate()
    heads.deallocate()
    records.deallocate()
    links.deallocate()
  }

  @inlinable
  var isEmpty: Bool { occupiedLevels == 0 }

  /// The bucket of a time, measured from `base`.
  @inlinable
  @inline(__always)
  static func bucket(of time: UInt64, from base: UInt64) -> Int {
    let highest = 63 &- ((time ^ base) | 1).leadingZeroBitCount
    let shift = highest & ~(digitBits &- 1)
    let digit = Int(truncatingIfNeeded: time &>> UInt64(truncatingIfNeeded: shift)) & (bucketsPerLevel &- 1)
    return shift &* (bucketsPerLevel / digitBits) &+ digit
  }

  @inlinable
  @inline(__always)
  mutating func insert(_ record: EventRecord) {
    let bucket = Self.bucket(of: record.time, from: base)
    var tail = tails[bucket]
    if tail & (Self.chunkSize &- 1) == 0 { tail = appendChunk(to: bucket) }
    records[tail] = record
    tails[bucket] = tail &+ 1
  }

  /// Gives a bucket one more chunk and returns the first place in it.
  @inlinable
  @inline(never)
  mutating func appendChunk(to bucket: Int) -> Int {
    if firstFreeChunk == 0 { grow() }
    let tail = tails[bucket]
    let chunk = firstFreeChunk
    firstFreeChunk = Int(links[chunk])
    if tail == 0 {
      heads[bucket] = Int32(truncatingIfNeeded: chunk)
    } else {
      links[tail / Self.chunkSize &- 1] = Int32(truncatingIfNeeded: chunk)
    }
    let level = bucket / Self.bucketsPerLevel
    occupiedLevels |= 1 &<< UInt64(truncatingIfNeeded: level)
    occupiedBuckets[level] |= 1 &<< UInt64(truncatingIfNeeded: bucket & (Self.bucketsPerLevel &- 1))
    return chunk &* Self.chunkSize
  }

  @inlinable
  mutating func release(chunk: Int) {
    links[chunk] = Int32(truncatingIfNeeded: firstFreeChunk)
    firstFreeChunk = chunk
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    let larger = max(64, chunkCapacity * 2)
    let newRecords = UnsafeMutablePointer<EventRecord>.allocate(capacity: larger * Self.chunkSize)
    let newLinks = UnsafeMutablePointer<Int32>.allocate(capacity: larger)
    if chunkCapacity > 1 { newRecords.update(from: records, count: chunkCapacity * Self.chunkSize) }
    newLinks.update(from: links, count: chunkCapacity)
    for chunk in chunkCapacity..<larger {
      newLinks[chunk] = chunk + 1 < larger ? Int32(chunk + 1) : 0
    }
    records.deallocate()
    links.deallocate()
    records = newRecords
    links = newLinks
    firstFreeChunk = chunkCapacity
    chunkCapacity = larger
  }
}

extension EventWheel {
  /// The bucket of the earliest records.
  @inlinable
  var firstBucket: Int {
    let level = occupiedLevels.trailingZeroBitCount
    return level &* Self.bucketsPerLevel &+ occupiedBuckets[level].trailingZeroBitCount
  }

  /// The end of the span of times that belong to a bucket, given a time in it.
  @inlinable
  func end(of bucket: Int, containing time: UInt64) -> UInt64 {
    let shift = UInt64(bucket / Self.bucketsPerLevel &* Self.digitBits)
    return ((time &>> shift) &+ 1) &<< shift
  }

  /// Empties a bucket and returns its chunks, which are then the caller's to release.
  @inlinable
  mutating func detach(_ bucket: Int) -> EventChain {
    let chain = EventChain(first: Int(heads[bucket]), tail: tails[bucket])
    tails[bucket] = 0
    let level = bucket / Self.bucketsPerLevel
    let rest = occupiedBuckets[level] & ~(1 &<< UInt64(bucket & (Self.bucketsPerLevel &- 1)))
    occupiedBuckets[level] = rest
    if rest == 0 { occupiedLevels &= ~(1 &<< UInt64(level)) }
    return chain
  }

  /// Moves the first bucket's records to finer buckets around the earliest of them.
  ///
  /// Records keep their order within each bucket, so that ties stay in the order they were scheduled in.
  @inlinable
  mutating func split(_ bucket: Int) {
    let chain = detach(bucket)
    base = earliestTime(in: chain)
    // Copies, because the compiler must assume that every store could change the originals.
    let base = base
    let tails = tails
    var records = records
    var chunk = chain.first
    while true {
      for index in chunk &* Self.chunkSize..<chain.end(of: chunk) {
        let record = records[index]
        let bucket = Self.bucket(of: record.time, from: base)
        var place = tails[bucket]
        if place & (Self.chunkSize &- 1) == 0 {
          place = appendChunk(to: bucket)
          records = self.records
        }
        records[place] = record
        tails[bucket] = place &+ 1
      }
      let next = Int(links[chunk])
      release(chunk: chunk)
      if chunk == chain.last { return }
      chunk = next
    }
  }

  @inlinable
  func earliestTime(in chain: EventChain) -> UInt64 {
    var earliest = UInt64.max
    var chunk = chain.first
    while true {
      for index in chunk &* Self.chunkSize..<chain.end(of: chunk) {
        earliest = min(earliest, records[index].high)
      }
      if chunk == chain.last { return earliest &>> 18 }
      chunk = Int(links[chunk])
    }
  }

  /// Appends all records of a chain to a run and releases its chunks.
  @usableFromInline
  mutating func move(_ chain: EventChain, to run: inout EventRun) {
    var chunk = chain.first
    while true {
      let start = chunk * Self.chunkSize
      run.append(records + start, count: chain.end(of: chunk) - start)
      let next = Int(links[chunk])
      release(chunk: chunk)
      if chunk == chain.last { return }
      chunk = next
    }
  }

  /// Drops the records of cancelled events.
  @usableFromInline
  mutating func dropCancelled(pending: borrowing SequenceSet) {
    for bucket in 0..<Self.levels * Self.bucketsPerLevel where tails[bucket] != 0 {
      let chain = detach(bucket)
      var chunk = chain.first
      while true {
        for index in chunk * Self.chunkSize..<chain.end(of: chunk) where pending.admits(records[index]) {
          insert(records[index])
        }
        let next = Int(links[chunk])
        release(chunk: chunk)
        if chunk == chain.last { break }
        chunk = next
      }
    }
  }
}
