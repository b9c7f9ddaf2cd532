/// The chunks of one bucket, taken out of the wheel.
@usableFromInline
@frozen
struct EventChain {
  /// The number of the first chunk.
  @usableFromInline let first: Int
  /// One past the place of the last record.
  @usableFromInline let tail: Int

  @inlinable
  init(first: Int, tail: Int) {
    self.first = first
    self.tail = tail
  }

  /// The number of the last chunk.
  @inlinable
  var last: Int { (tail &- 1) / EventWheel.chunkSize }

  /// One past the place of a chunk's last record.
  @inlinable
  func end(of chunk: Int) -> Int { chunk == last ? tail : (chunk &+ 1) &* EventWheel.chunkSize }
}
