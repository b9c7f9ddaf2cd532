import Quantities

// Europe and Asia. Rows are January to December; degrees Celsius and kelvins.
extension ClimateNormals {
  /// Oceanic, without extremes.
  public static let london = ClimateNormals(
    name: "london",
    station: WeatherStation(
      name: "London Heathrow, United Kingdom", latitude: Degrees(51.48), longitude: Degrees(-0.45),
      elevation: Meters(25),
      timeZone: Seconds(hours: 0)),
    minimum: [2.7, 2.8, 4.2, 6.1, 9.1, 12.0, 14.2, 14.1, 11.5, 8.8, 5.4, 3.1],
    maximum: [8.4, 9.0, 11.7, 15.0, 18.4, 21.6, 23.9, 23.4, 20.2, 15.8, 11.5, 8.8],
    dewPoint: [3.0, 2.6, 3.4, 4.6, 7.4, 10.2, 12.0, 12.2, 10.8, 8.9, 5.8, 3.6],
    variability: [3.6, 3.4, 3.0, 3.1, 3.0, 2.9, 2.8, 2.5, 2.5, 2.8, 3.3, 3.7],
    hectopascals: Array(repeating: 1012, count: 12),
    source:
      "normals 1991-2020 of the Met Office, from memory, medium confidence; dew point and variability medium to low"
  )

  /// Temperate, between oceanic and continental.
  public static let frankfurt = ClimateNormals(
    name: "frankfurt",
    station: WeatherStation(
      name: "Frankfurt am Main, Germany", latitude: Degrees(50.05), longitude: Degrees(8.6),
      elevation: Meters(112),
      timeZone: Seconds(hours: 1)),
    minimum: [-0.6, -0.6, 2.0, 4.9, 8.9, 12.4, 14.4, 14.1, 10.3, 6.5, 2.8, 0.4],
    maximum: [4.6, 6.2, 10.9, 16.0, 20.1, 23.6, 25.8, 25.3, 20.4, 14.5, 8.5, 5.1],
    dewPoint: [-0.5, -0.8, 1.0, 2.9, 7.3, 10.4, 12.1, 12.2, 10.1, 7.0, 3.3, 0.6],
    variability: [4.5, 4.3, 3.7, 3.8, 3.8, 3.8, 3.6, 3.4, 3.2, 3.6, 3.8, 4.3],
    hectopascals: Array(repeating: 1003, count: 12),
    source:
      "normals 1991-2020 of Deutscher Wetterdienst, from memory, medium confidence; dew point and variability medium to low"
  )

  /// Cold and humid continental.
  public static let helsinki = ClimateNormals(
    name: "helsinki",
    station: WeatherStation(
      name: "Helsinki-Vantaa, Finland", latitude: Degrees(60.32), longitude: Degrees(24.96),
      elevation: Meters(51),
      timeZone: Seconds(hours: 2)),
    minimum: [-7.4, -8.2, -5.2, -0.2, 5.0, 9.6, 12.6, 11.6, 7.3, 2.6, -1.0, -4.7],
    maximum: [-2.1, -2.1, 2.4, 9.0, 15.9, 19.9, 22.6, 21.0, 15.5, 8.6, 3.3, 0.1],
    dewPoint: [-6.3, -7.2, -5.0, -1.8, 3.0, 8.0, 11.8, 11.5, 8.0, 3.6, 0.3, -3.3],
    variability: [6.2, 6.2, 4.4, 3.4, 4.0, 3.4, 3.0, 2.8, 3.1, 3.8, 4.2, 5.4],
    hectopascals: Array(repeating: 1006, count: 12),
    source:
      "normals 1991-2020 of the Finnish Meteorological Institute, from memory, medium confidence; dew point and variability medium to low"
  )

  /// Equatorial.
  public static let singapore = ClimateNormals(
    name: "singapore",
    station: WeatherStation(
      name: "Singapore Changi, Singapore", latitude: Degrees(1.37), longitude: Degrees(103.98),
      elevation: Meters(7),
      timeZone: Seconds(hours: 8)),
    minimum: [24.3, 24.6, 24.9, 25.3, 25.7, 25.7, 25.4, 25.3, 25.2, 25.0, 24.6, 24.3],
    maximum: [30.6, 31.5, 32.2, 32.4, 32.3, 31.9, 31.4, 31.4, 31.6, 31.8, 31.2, 30.5],
    dewPoint: [23.0, 23.0, 23.5, 24.2, 24.5, 24.2, 23.9, 23.9, 23.9, 23.9, 24.0, 23.5],
    variability: [1.2, 1.1, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2],
    hectopascals: Array(repeating: 1009, count: 12),
    source:
      "normals 1991-2020 of Meteorological Service Singapore, from memory, medium confidence; dew point and variability medium to low"
  )
}
