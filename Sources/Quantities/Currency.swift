/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// Three capital letters.
  public let code: String

  /// Creates a currency from a code of three capital letters.
  public init?(code: some StringProtocol) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    self.code = String(code)
  }

  private init(known code: String) { self.code = code }

  /// The US dollar.
  public static let usd = Currency(known: "USD")
  /// The euro.
  public static let eur = Currency(known: "EUR")

  public var description: String { code }
}
