/// Records far from firing, sorted coarsely: buckets of times, each a chain of chunks.
///
/// This is a radix heap on the integer time with 16 buckets a digit. A record lies in the level of the highest
/// hexadecimal digit in which its time differs from `base`, in the bucket of that digit's value. So buckets
/// are narrow near `base` and wide far from it, whatever the spacing of the events: there is nothing to
/// tune. The first bucket is found by two bit scans. A bucket of more than one chunk is split around its
/// own earliest time, so every pass over the records makes them finer.
///
/// Invariant: every record's time is at or after `base`, and agrees with `base` in all digits above its level.
///
/// Source: Ahuja, Mehlhorn, Orlin, Tarjan, "Faster algorithms for the shortest path problem", J. ACM 37
/// (1990), radix heap; Varghese and Lauck, "Hashed and hierarchical timing wheels", SOSP 1987.
@usableFromInline
@frozen
struct EventWheel: ~Copyable {
  @usableFromInline static var digitBits: Int { 4 }
  @usableFromInline static var bucketsPerLevel: Int { 1 << digitBits }
  @usableFromInline static var levels: Int { 12 }
  @usableFromInline static var chunkSize: Int { 32 }

  /// The time from which buckets are measured.
  @usableFromInline var base: UInt64 = 0
  /// Bit n says that level n holds a record.
  @usableFromInline var occupiedLevels: UInt64 = 0
  /// For each level, bit n says that bucket n holds a record.
  @usableFromInline let occupiedBuckets: UnsafeMutablePointer<UInt64>
  /// For each bucket, where its next record goes in `records`; a multiple of the chunk size when its last chunk
  /// is full, 0 when it has none.
  @usableFromInline let tails: UnsafeMutablePointer<Int>
  /// All chunks, one after the other; the first stays unused so that 0 can mean none.
  @usableFromInline var records: UnsafeMutablePointer<EventRecord>
  /// For each chunk, the bucket's previous chunk or the next free one; 0 ends the chain.
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
    records.deallocate()
    links.deallocate()
  }

  @inlinable
  var isEmpty: Bool { occupiedLevels == 0 }

  @inlinable
  @inline(__always)
  mutating func insert(_ record: EventRecord) {
    let time = record.time
    let difference = time ^ base
    let shift = (63 &- (difference | 1).leadingZeroBitCount) & ~(Self.digitBits &- 1)
    let digit =
      Int(truncatingIfNeeded: time &>> UInt64(truncatingIfNeeded: shift)) & (Self.bucketsPerLevel &- 1)
    let level = shift / Self.digitBits
    let bucket = level &* Self.bucketsPerLevel &+ digit
    var tail = tails[bucket]
    if tail & (Self.chunkSize &- 1) == 0 {
      tail = appendChunk(after: tail)
      occupiedLevels |= 1 &<< UInt64(truncatingIfNeeded: level)
      occupiedBuckets[level] |= 1 &<< UInt64(truncatingIfNeeded: digit)
    }
    records[tail] = record
    tails[bucket] = tail &+ 1
  }

  /// Takes a free chunk, chains the chunk that ends at `tail` to it, and returns its first place.
  @inlinable
  mutating func appendChunk(after tail: Int) -> Int {
    if firstFreeChunk == 0 { grow() }
    let chunk = firstFreeChunk
    firstFreeChunk = Int(links[chunk])
    links[chunk] = tail == 0 ? 0 : Int32(truncatingIfNeeded: tail / Self.chunkSize &- 1)
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

  /// Marks a bucket as empty and returns where its records end; its chunks are then the caller's to release.
  @inlinable
  mutating func detach(_ bucket: Int) -> Int {
    let tail = tails[bucket]
    tails[bucket] = 0
    let level = bucket / Self.bucketsPerLevel
    let rest = occupiedBuckets[level] & ~(1 &<< UInt64(bucket & (Self.bucketsPerLevel &- 1)))
    occupiedBuckets[level] = rest
    if rest == 0 { occupiedLevels &= ~(1 &<< UInt64(level)) }
    return tail
  }

  /// Moves the first bucket's records to finer buckets around the earliest of them.
  @inlinable
  mutating func split(_ bucket: Int) {
    let tail = detach(bucket)
    var earliest = UInt64.max
    var chunk = (tail &- 1) / Self.chunkSize
    var end = tail
    while chunk != 0 {
      for index in chunk &* Self.chunkSize..<end { earliest = min(earliest, records[index].high) }
      chunk = Int(links[chunk])
      end = (chunk &+ 1) &* Self.chunkSize
    }
    base = earliest >> 18
    chunk = (tail &- 1) / Self.chunkSize
    end = tail
    while chunk != 0 {
      for index in chunk &* Self.chunkSize..<end { insert(records[index]) }
      let previous = Int(links[chunk])
      release(chunk: chunk)
      chunk = previous
      end = (chunk &+ 1) &* Self.chunkSize
    }
  }

  /// Drops the records of cancelled events.
  @inlinable
  mutating func dropCancelled(pending: borrowing SequenceSet) {
    for bucket in 0..<Self.levels * Self.bucketsPerLevel where tails[bucket] != 0 {
      let tail = detach(bucket)
      var chunk = (tail - 1) / Self.chunkSize
      var end = tail
      while chunk != 0 {
        for index in chunk * Self.chunkSize..<end where pending.admits(records[index]) {
          insert(records[index])
        }
        let previous = Int(links[chunk])
        release(chunk: chunk)
        chunk = previous
        end = (chunk + 1) * Self.chunkSize
      }
    }
  }
}
