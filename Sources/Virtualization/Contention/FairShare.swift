public import Quantities

/// What one guest asks of something shared.
@frozen
public struct Claim<Amount: Quantity>: Sendable, Hashable {
  /// What it would use.
  public var demand: Amount
  /// The most it may use whatever is free; the demand or more if it has no limit.
  public var limit: Amount
  /// Its weight against the others, above zero.
  public var weight: Double

  /// Creates a claim without a limit.
  @inlinable public init(_ demand: Amount, weight: Double = 1) {
    self.init(demand, limit: Amount(.infinity), weight: weight)
  }

  /// Creates a claim with a limit.
  @inlinable public init(_ demand: Amount, limit: Amount, weight: Double = 1) {
    self.demand = demand
    self.limit = limit
    self.weight = weight
  }

  /// What it uses where nothing is short.
  @inlinable public var want: Amount { min(demand, limit) }
}

/// How something scarce is divided among claims: weighted max-min fairness with caps.
///
/// ```
/// x_i = min(demand_i, limit_i, w_i * level)        sum of x_i = min(capacity, sum of min(demand_i, limit_i))
/// ```
/// - level: what a claim of weight 1 gets while it wants more; infinite where nothing is short
///
/// Nobody gets more than they want, nobody below their want gets less for each weight than anybody else, and nothing is
/// left while anybody wants more. It holds for processors (shares and limits), disks and links alike.
///
/// The level is found by raising it: claims that it satisfies leave the rest more. Each pass is linear and satisfies at
/// least one more claim; few passes are needed in practice. Nothing is allocated.
///
/// **Valid for**: schedulers that keep to their weights over a sample of seconds. **Not modelled**: reservations,
/// co-scheduling of a guest's processors. **Source**: textbook form, such as D. Bertsekas and R. Gallager, *Data
/// Networks* (1992), section 6.5 (from memory, high confidence).
///
/// Example: 12 shared by demands of 2, 6 and 10 with equal weights leaves 2, 5 and 5.
@frozen
public struct FairShare<Amount: Quantity>: Sendable, Hashable {
  /// What is shared.
  public let capacity: Amount
  /// What a claim of weight 1 gets while it wants more.
  public let level: Amount
  /// All that was asked for.
  public let demanded: Amount
  /// All that is served.
  public let served: Amount

  /// Divides a capacity among claims.
  @inlinable
  public init(of capacity: Amount, among claims: [Claim<Amount>]) {
    var demanded = Amount.zero
    var wanted = Amount.zero
    for claim in claims {
      demanded += claim.demand
      wanted += claim.want
    }
    self.capacity = capacity
    self.demanded = demanded
    guard wanted > capacity else {
      level = Amount(.infinity)
      served = wanted
      return
    }
    var level = -Double.infinity
    while true {
      var satisfied = Amount.zero
      var weight = 0.0
      for claim in claims {
        if claim.want.value <= claim.weight * level {
          satisfied += claim.want
        } else {
          weight += claim.weight
        }
      }
      // Rounding may satisfy the last claim: then all is given.
      guard weight > 0 else { break }
      let next = (capacity - satisfied).value / weight
      guard next > level else { break }
      level = next
    }
    self.level = Amount(max(0, level))
    served = capacity
  }

  /// What a claim gets.
  @inlinable
  public func share(of claim: Claim<Amount>) -> Amount { min(claim.want, level * claim.weight) }

  /// What was asked for and not served: waiting work, or work that limits hold back.
  @inlinable public var unserved: Amount { demanded - served }
}
