/// Names beside their colours, in the order in which they are stacked.
struct Legend: Sendable, Hashable {
  let layers: [Layer]

  /// The layers of which anything is drawn.
  init(_ layers: [Layer], values: [[Double]]) {
    self.layers = layers.indices.filter { layer in values.contains { $0[layer] > 0 } }.map { layers[$0] }
  }

  var markup: Markup {
    Markup("ul", ["class": "legend"]) {
      for layer in layers {
        Markup("li") {
          Markup("span", ["class": "swatch b-\(layer.colour.rawValue)"])
          layer.name
        }
      }
    }
  }
}
