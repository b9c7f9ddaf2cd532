public import Quantities

/// Carbon usage effectiveness (CUE): carbon of the facility's energy per kilowatt-hour of IT energy.
public enum CarbonUsageEffectiveness {
  /// Carbon intensity times PUE.
  ///
  /// **Source**: The Green Grid, White Paper 32 (2010).
  ///
  /// **Example**: 0.60 kg/kWh at PUE 2 is 1.2 kg/kWh.
  public static func value(
    intensity: KilogramsCO2ePerKilowattHour, pue: PUE
  ) -> KilogramsCO2ePerKilowattHour {
    intensity * pue.value
  }
}
