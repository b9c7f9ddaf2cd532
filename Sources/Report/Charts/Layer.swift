/// A category that is stacked on others in a chart.
struct Layer: Sendable, Hashable {
  /// The name for readers.
  let name: String
  /// Its colour, the same wherever it appears.
  let colour: Palette
}
