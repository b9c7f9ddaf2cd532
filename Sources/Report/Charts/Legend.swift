/// Names beside their colours, in the order in which they are stacked.
struct Legend: Sendable, Hashable {
  let layers: [Layer]

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
