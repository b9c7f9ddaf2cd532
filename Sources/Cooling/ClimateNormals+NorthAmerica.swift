import Quantities

// North America. Rows are January to December; degrees Celsius and kelvins.
extension ClimateNormals {
  /// Humid continental: cold winters, warm summers.
  public static let chicagoOHare = ClimateNormals(
    name: "chicago-ohare",
    station: WeatherStation(
      name: "Chicago O'Hare, IL, USA", latitude: Degrees(41.98), longitude: Degrees(-87.92),
      elevation: Meters(201),
      timeZone: Seconds(hours: -6)),
    minimum: [-9.8, -7.1, -0.6, 5.2, 8.9, 14.7, 18.6, 16.7, 12.6, 5.4, 0.8, -7.9],
    maximum: [-0.4, 1.6, 8.5, 14.7, 22.0, 26.8, 29.1, 26.9, 23.9, 16.3, 8.1, 0.1],
    dewPoint: [-9.4, -8.2, -1.5, 4.0, 7.2, 13.0, 18.7, 16.6, 12.9, 5.0, 0.4, -7.6],
    variability: [7.0, 6.9, 4.5, 7.8, 4.6, 4.5, 3.4, 3.0, 3.7, 4.1, 8.3, 5.3],
    hectopascals: [994.4, 989.8, 992.1, 993.1, 989.1, 991.6, 991.6, 992.1, 991.4, 993.3, 992.0, 992.1],
    source: "monthly statistics of the NREL TMY3 file 725300 (1973-2005, public domain)")

  /// Humid subtropical on the coast: mild winters, warm humid summers.
  public static let newYorkJFK = ClimateNormals(
    name: "new-york-jfk",
    station: WeatherStation(
      name: "New York JFK, NY, USA", latitude: Degrees(40.65), longitude: Degrees(-73.8),
      elevation: Meters(5),
      timeZone: Seconds(hours: -5)),
    minimum: [-2.8, -4.1, 2.4, 7.3, 11.9, 18.3, 21.8, 20.6, 16.2, 9.5, 4.1, 0.2],
    maximum: [4.8, 3.3, 9.2, 15.0, 20.3, 25.8, 29.2, 29.2, 23.7, 18.3, 10.5, 6.4],
    dewPoint: [-4.3, -7.4, 0.3, 4.7, 9.1, 15.8, 20.3, 17.1, 13.2, 7.9, 2.1, -2.8],
    variability: [5.0, 4.7, 4.1, 4.3, 3.4, 3.1, 2.0, 2.8, 3.4, 4.1, 4.5, 2.9],
    hectopascals: [
      1021.1, 1014.4, 1020.4, 1017.3, 1016.4, 1013.6, 1016.0, 1015.5, 1018.7, 1018.7, 1014.7, 1011.2,
    ],
    source: "monthly statistics of the NREL TMY3 file 744860 (1973-2005, public domain)")

  /// Hot desert.
  public static let phoenix = ClimateNormals(
    name: "phoenix",
    station: WeatherStation(
      name: "Phoenix Sky Harbor, AZ, USA", latitude: Degrees(33.43), longitude: Degrees(-112.01),
      elevation: Meters(337),
      timeZone: Seconds(hours: -7)),
    minimum: [7.8, 9.3, 12.2, 15.8, 20.7, 25.2, 28.9, 28.7, 25.5, 18.5, 11.9, 7.4],
    maximum: [19.8, 21.6, 25.6, 29.7, 34.7, 40.1, 41.4, 40.6, 38.0, 31.8, 24.7, 19.0],
    dewPoint: [1, 1, 1, -0.5, 0.5, 3, 12.5, 14, 10.5, 5, 2, 0.5],
    variability: [3.0, 3.4, 3.9, 4.3, 4.1, 3.3, 2.7, 2.5, 3.0, 4.0, 3.7, 3.0],
    hectopascals: Array(repeating: 974, count: 12),
    source:
      "normals 1991-2020 of NOAA, from memory, medium confidence; dew point and variability medium to low")

  /// Dry continental at altitude.
  public static let denver = ClimateNormals(
    name: "denver",
    station: WeatherStation(
      name: "Denver International, CO, USA", latitude: Degrees(39.85), longitude: Degrees(-104.66),
      elevation: Meters(1650),
      timeZone: Seconds(hours: -7)),
    minimum: [-7.8, -7.1, -2.4, 1.1, 6.5, 11.7, 15.4, 14.4, 9.3, 2.3, -3.5, -7.8],
    maximum: [7.0, 7.7, 13.0, 16.4, 21.9, 28.5, 32.2, 30.8, 26.4, 18.6, 11.9, 6.9],
    dewPoint: [-11, -10, -7.5, -4.5, 1, 5, 8.5, 8.5, 3.5, -2, -7.5, -11],
    variability: [6.6, 6.6, 5.8, 5.4, 4.6, 4.3, 3.0, 3.0, 4.7, 5.4, 6.3, 6.6],
    hectopascals: Array(repeating: 834, count: 12),
    source:
      "normals 1991-2020 of NOAA, from memory, medium confidence; dew point and variability medium to low")

  /// Oceanic: mild and damp, dry summers.
  public static let seattle = ClimateNormals(
    name: "seattle",
    station: WeatherStation(
      name: "Seattle-Tacoma, WA, USA", latitude: Degrees(47.44), longitude: Degrees(-122.31),
      elevation: Meters(130),
      timeZone: Seconds(hours: -8)),
    minimum: [3.2, 3.2, 4.4, 6.3, 9.3, 11.7, 14.0, 14.2, 11.9, 8.2, 5.1, 2.8],
    maximum: [8.9, 10.2, 12.3, 15.2, 19.1, 21.7, 25.2, 25.3, 22.0, 15.8, 11.2, 8.3],
    dewPoint: [1.7, 2.2, 3.0, 4.3, 6.8, 9.0, 10.8, 11.4, 10.3, 7.8, 4.4, 1.9],
    variability: [3.2, 2.9, 2.5, 2.8, 3.0, 3.0, 2.9, 2.6, 2.6, 2.5, 3.2, 3.3],
    hectopascals: Array(repeating: 1001, count: 12),
    source:
      "normals 1991-2020 of NOAA, from memory, medium confidence; dew point and variability medium to low")

  /// Tropical, humid all year.
  public static let miami = ClimateNormals(
    name: "miami",
    station: WeatherStation(
      name: "Miami International, FL, USA", latitude: Degrees(25.79), longitude: Degrees(-80.32),
      elevation: Meters(2),
      timeZone: Seconds(hours: -5)),
    minimum: [16.3, 17.4, 18.9, 21.2, 23.3, 24.9, 25.6, 25.7, 25.3, 23.7, 20.4, 18.0],
    maximum: [24.6, 25.8, 27.0, 28.7, 30.6, 31.9, 32.7, 32.8, 31.8, 30.2, 27.5, 25.6],
    dewPoint: [14.3, 14.5, 15.5, 16.7, 19.6, 22.4, 22.9, 23.2, 23.1, 20.6, 17.9, 15.3],
    variability: [3.6, 3.2, 2.9, 2.2, 1.5, 1.3, 1.1, 1.1, 1.2, 1.8, 2.5, 3.2],
    hectopascals: Array(repeating: 1016, count: 12),
    source:
      "normals 1991-2020 of NOAA, from memory, medium confidence; dew point and variability medium to low")
}
