/// Values of one kind in a row at a fixed address: one column of a table.
///
/// Reading and writing cost neither a bounds check nor a reference count in optimised code; debug builds check the index.
struct Column<Value: BitwiseCopyable>: ~Copyable {
  private let base: UnsafeMutablePointer<Value>
  let count: Int

  init(repeating value: Value, count: Int) {
    precondition(count >= 0, "a column has no negative length")
    base = UnsafeMutablePointer.allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// A column of given values.
  init(_ values: [Value]) {
    base = UnsafeMutablePointer.allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (base + index).initialize(to: value) }
    count = values.count
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> Value {
    @inline(__always) get {
      assert(index >= 0 && index < count, "outside of the column")
      return base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count, "outside of the column")
      base[index] = newValue
    }
  }

  /// The first value. A loop that writes to one column and reads others keeps addresses in registers through this; asked for
  /// each value, it has to look them up again after every write.
  var start: UnsafeMutablePointer<Value> { base }

  /// Some neighbouring values, valid as long as the column is.
  func slice(from start: Int, count length: Int) -> UnsafeBufferPointer<Value> {
    precondition(start >= 0 && length >= 0 && start + length <= count, "outside of the column")
    return UnsafeBufferPointer(start: base + start, count: length)
  }
}
