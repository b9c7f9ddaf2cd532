public import Cooling
public import Economics
public import Facility
public import Quantities

/// Where the machines stand: weather, electricity, floor, racks, and the plant that powers and cools them.
public struct Site: Sendable {
  /// A typical year of weather.
  public var weather: WeatherYear
  /// What electricity costs.
  public var tariff: Tariff
  /// Greenhouse gas of the electricity.
  public var carbonIntensity: KilogramsCO2ePerKilowattHour
  /// The floor.
  public var floor: Floor
  /// The racks.
  public var racks: RackChoice
  /// Power and cooling plant, unless a layout has one of its own.
  public var plant: Plant
  /// How often power and cooling fail; nil when they never do.
  public var reliability: PlantReliability?
  /// The loss of the whole site, once; nil when that is no question of the study.
  public var disaster: Disaster?
  /// The share of the heat given to the outdoors that someone puts to use.
  public var heatReuse: Fraction
  /// The currency of every price.
  public var currency: Currency

  /// Creates a site.
  public init(
    weather: WeatherYear, tariff: Tariff, carbonIntensity: KilogramsCO2ePerKilowattHour, floor: Floor,
    racks: RackChoice, plant: Plant, reliability: PlantReliability? = nil, disaster: Disaster? = nil,
    heatReuse: Fraction = .zero, currency: Currency
  ) {
    self.disaster = disaster
    self.reliability = reliability
    self.weather = weather
    self.tariff = tariff
    self.carbonIntensity = carbonIntensity
    self.floor = floor
    self.racks = racks
    self.plant = plant
    self.heatReuse = heatReuse
    self.currency = currency
  }
}

/// The floor of a site.
public struct Floor: Sendable, Hashable {
  /// The room there is; nil when it is no limit.
  public var area: SquareMeters?
  /// What a square metre may carry; nil when it is no limit.
  public var loadLimit: KilogramsPerSquareMeter?
  /// White space that one rack takes with its aisles, as a rule of thumb; nil to draw the room with its plant.
  public var allowance: FloorAllowance?
  /// What floor costs.
  public var price: FloorPrice

  /// Creates a floor.
  public init(
    area: SquareMeters? = nil, loadLimit: KilogramsPerSquareMeter? = nil,
    allowance: FloorAllowance? = nil, price: FloorPrice
  ) {
    self.allowance = allowance
    self.area = area
    self.loadLimit = loadLimit
    self.price = price
  }
}

/// The model of rack and what one rack may hold.
public struct RackChoice: Sendable {
  /// The model.
  public var model: RackModel
  /// What one rack may hold.
  public var limits: RackLimits
  /// Where the limit of power holds.
  public var powerRule: PowerRule
  /// The circuits of a rack, behind the limit on what they carry; nil when they are not known.
  public var feeds: RackFeeds?

  /// Creates a choice.
  public init(model: RackModel, limits: RackLimits, powerRule: PowerRule = .eachRack, feeds: RackFeeds? = nil)
  {
    self.model = model
    self.limits = limits
    self.powerRule = powerRule
    self.feeds = feeds
  }
}
