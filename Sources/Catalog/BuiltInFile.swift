import Documents
import Synchronization

/// The documents of one built-in entry, embedded in the program, and the model they make, once it has been asked for.
final class BuiltInFile: Sendable {
  let slug: String
  private let deviceTypeBytes: [UInt8]
  private let factsBytes: [UInt8]

  private init(_ slug: String, _ deviceType: [UInt8], _ facts: [UInt8]) {
    self.slug = slug
    self.deviceTypeBytes = deviceType
    self.factsBytes = facts
  }

  private let parsed = Mutex<HardwareModel?>(nil)

  /// The model. The documents are part of the program, so a mistake in them is the program's.
  var model: HardwareModel {
    parsed.withLock { parsed in
      if let parsed { return parsed }
      let diagnostics = Diagnostics()
      guard let model = CatalogReader.load(deviceType: deviceType, sidecar: facts, into: diagnostics) else {
        preconditionFailure("built-in entry '\(slug)': \(diagnostics.all.first?.message ?? "unreadable")")
      }
      parsed = model
      return model
    }
  }

  /// The device type or rack type.
  var deviceType: SourceFile { SourceFile(name: "\(slug).yaml", bytes: deviceTypeBytes) }
  /// What the device type has no place for.
  var facts: SourceFile { SourceFile(name: "\(slug).facts.yaml", bytes: factsBytes) }

  /// The entries of a kind; none for what is not hardware.
  static func all(of kind: CatalogKind) -> [BuiltInFile] {
    switch kind {
    case .server: servers
    case .enclosure: enclosures
    case .rack: racks
    default: []
    }
  }

  /// Every server and blade, by year: two files in `Data/servers` and a line here.
  static let servers: [BuiltInFile] = [
    BuiltInFile("hp-dl380-g4", PackageResources.hp_dl380_g4_yaml, PackageResources.hp_dl380_g4_facts_yaml),
    BuiltInFile("hp-bl20p-g3", PackageResources.hp_bl20p_g3_yaml, PackageResources.hp_bl20p_g3_facts_yaml),
    BuiltInFile("hp-dl580-g3", PackageResources.hp_dl580_g3_yaml, PackageResources.hp_dl580_g3_facts_yaml),
    BuiltInFile("hp-bl460c-g1", PackageResources.hp_bl460c_g1_yaml, PackageResources.hp_bl460c_g1_facts_yaml),
    BuiltInFile(
      "generic-storage-2006", PackageResources.generic_storage_2006_yaml,
      PackageResources.generic_storage_2006_facts_yaml),
    BuiltInFile("hp-dl380-g5", PackageResources.hp_dl380_g5_yaml, PackageResources.hp_dl380_g5_facts_yaml),
    BuiltInFile("hp-dl580-g4", PackageResources.hp_dl580_g4_yaml, PackageResources.hp_dl580_g4_facts_yaml),
    BuiltInFile("hp-ml110-g3", PackageResources.hp_ml110_g3_yaml, PackageResources.hp_ml110_g3_facts_yaml),
    BuiltInFile("hp-ml110-g4", PackageResources.hp_ml110_g4_yaml, PackageResources.hp_ml110_g4_facts_yaml),
    BuiltInFile(
      "dell-2950-iii", PackageResources.dell_2950_iii_yaml, PackageResources.dell_2950_iii_facts_yaml),
    BuiltInFile("hp-dl160-g5", PackageResources.hp_dl160_g5_yaml, PackageResources.hp_dl160_g5_facts_yaml),
    BuiltInFile("hp-dl580-g5", PackageResources.hp_dl580_g5_yaml, PackageResources.hp_dl580_g5_facts_yaml),
    BuiltInFile("hp-ml110-g5", PackageResources.hp_ml110_g5_yaml, PackageResources.hp_ml110_g5_facts_yaml),
    BuiltInFile("dell-r610", PackageResources.dell_r610_yaml, PackageResources.dell_r610_facts_yaml),
    BuiltInFile("hp-bl280c-g6", PackageResources.hp_bl280c_g6_yaml, PackageResources.hp_bl280c_g6_facts_yaml),
    BuiltInFile("hp-dl380-g6", PackageResources.hp_dl380_g6_yaml, PackageResources.hp_dl380_g6_facts_yaml),
    BuiltInFile("ibm-hs22", PackageResources.ibm_hs22_yaml, PackageResources.ibm_hs22_facts_yaml),
    BuiltInFile("hp-dl380-g7", PackageResources.hp_dl380_g7_yaml, PackageResources.hp_dl380_g7_facts_yaml),
    BuiltInFile(
      "ibm-x3550-m3-x5670", PackageResources.ibm_x3550_m3_x5670_yaml,
      PackageResources.ibm_x3550_m3_x5670_facts_yaml),
    BuiltInFile(
      "dell-m610-x5670", PackageResources.dell_m610_x5670_yaml, PackageResources.dell_m610_x5670_facts_yaml),
    BuiltInFile(
      "supermicro-sbi-7126t", PackageResources.supermicro_sbi_7126t_yaml,
      PackageResources.supermicro_sbi_7126t_facts_yaml),
    BuiltInFile("dell-m610", PackageResources.dell_m610_yaml, PackageResources.dell_m610_facts_yaml),
    BuiltInFile(
      "fujitsu-bx920-s2", PackageResources.fujitsu_bx920_s2_yaml,
      PackageResources.fujitsu_bx920_s2_facts_yaml),
    BuiltInFile(
      "ibm-x3550-m3-x5675", PackageResources.ibm_x3550_m3_x5675_yaml,
      PackageResources.ibm_x3550_m3_x5675_facts_yaml),
    BuiltInFile(
      "cisco-b200-m3", PackageResources.cisco_b200_m3_yaml, PackageResources.cisco_b200_m3_facts_yaml),
    BuiltInFile("dell-m620", PackageResources.dell_m620_yaml, PackageResources.dell_m620_facts_yaml),
    BuiltInFile("dell-r720", PackageResources.dell_r720_yaml, PackageResources.dell_r720_facts_yaml),
    BuiltInFile("huawei-ch121", PackageResources.huawei_ch121_yaml, PackageResources.huawei_ch121_facts_yaml),
    BuiltInFile("dell-r730-v3", PackageResources.dell_r730_v3_yaml, PackageResources.dell_r730_v3_facts_yaml),
    BuiltInFile("dell-fc630", PackageResources.dell_fc630_yaml, PackageResources.dell_fc630_facts_yaml),
    BuiltInFile(
      "hpe-bl460c-gen9", PackageResources.hpe_bl460c_gen9_yaml, PackageResources.hpe_bl460c_gen9_facts_yaml),
    BuiltInFile(
      "hpe-dl360-gen9", PackageResources.hpe_dl360_gen9_yaml, PackageResources.hpe_dl360_gen9_facts_yaml),
    BuiltInFile("dell-m630", PackageResources.dell_m630_yaml, PackageResources.dell_m630_facts_yaml),
    BuiltInFile(
      "huawei-ch121-v3", PackageResources.huawei_ch121_v3_yaml, PackageResources.huawei_ch121_v3_facts_yaml),
    BuiltInFile("dell-r630", PackageResources.dell_r630_yaml, PackageResources.dell_r630_facts_yaml),
    BuiltInFile("dell-r730", PackageResources.dell_r730_yaml, PackageResources.dell_r730_facts_yaml),
    BuiltInFile(
      "cisco-b200-m5", PackageResources.cisco_b200_m5_yaml, PackageResources.cisco_b200_m5_facts_yaml),
    BuiltInFile("dell-m640", PackageResources.dell_m640_yaml, PackageResources.dell_m640_facts_yaml),
    BuiltInFile(
      "hpe-dl360-gen10", PackageResources.hpe_dl360_gen10_yaml, PackageResources.hpe_dl360_gen10_facts_yaml),
    BuiltInFile("lenovo-sn550", PackageResources.lenovo_sn550_yaml, PackageResources.lenovo_sn550_facts_yaml),
    BuiltInFile("lenovo-sr650", PackageResources.lenovo_sr650_yaml, PackageResources.lenovo_sr650_facts_yaml),
    BuiltInFile("dell-r940", PackageResources.dell_r940_yaml, PackageResources.dell_r940_facts_yaml),
    BuiltInFile("dell-mx740c", PackageResources.dell_mx740c_yaml, PackageResources.dell_mx740c_facts_yaml),
    BuiltInFile("dell-r740", PackageResources.dell_r740_yaml, PackageResources.dell_r740_facts_yaml),
    BuiltInFile("h3c-b5700-g3", PackageResources.h3c_b5700_g3_yaml, PackageResources.h3c_b5700_g3_facts_yaml),
    BuiltInFile(
      "hpe-synergy-480-gen10", PackageResources.hpe_synergy_480_gen10_yaml,
      PackageResources.hpe_synergy_480_gen10_facts_yaml),
    BuiltInFile("lenovo-sr665", PackageResources.lenovo_sr665_yaml, PackageResources.lenovo_sr665_facts_yaml),
    BuiltInFile(
      "hpe-dl380-gen10-plus", PackageResources.hpe_dl380_gen10_plus_yaml,
      PackageResources.hpe_dl380_gen10_plus_facts_yaml),
    BuiltInFile(
      "cisco-x210c-m6", PackageResources.cisco_x210c_m6_yaml, PackageResources.cisco_x210c_m6_facts_yaml),
    BuiltInFile(
      "lenovo-sr665-7763", PackageResources.lenovo_sr665_7763_yaml,
      PackageResources.lenovo_sr665_7763_facts_yaml),
    BuiltInFile(
      "hpe-dl385-gen10-plus", PackageResources.hpe_dl385_gen10_plus_yaml,
      PackageResources.hpe_dl385_gen10_plus_facts_yaml),
  ]

  /// Every enclosure, by year: two files in `Data/enclosures` and a line here.
  static let enclosures: [BuiltInFile] = [
    BuiltInFile(
      "ibm-bladecenter-e", PackageResources.ibm_bladecenter_e_yaml,
      PackageResources.ibm_bladecenter_e_facts_yaml),
    BuiltInFile("hp-p-class", PackageResources.hp_p_class_yaml, PackageResources.hp_p_class_facts_yaml),
    BuiltInFile("hp-c7000", PackageResources.hp_c7000_yaml, PackageResources.hp_c7000_facts_yaml),
    BuiltInFile(
      "ibm-bladecenter-h", PackageResources.ibm_bladecenter_h_yaml,
      PackageResources.ibm_bladecenter_h_facts_yaml),
    BuiltInFile("hp-c3000", PackageResources.hp_c3000_yaml, PackageResources.hp_c3000_facts_yaml),
    BuiltInFile("dell-m1000e", PackageResources.dell_m1000e_yaml, PackageResources.dell_m1000e_facts_yaml),
    BuiltInFile(
      "supermicro-superblade-7u", PackageResources.supermicro_superblade_7u_yaml,
      PackageResources.supermicro_superblade_7u_facts_yaml),
    BuiltInFile(
      "cisco-ucs-5108", PackageResources.cisco_ucs_5108_yaml, PackageResources.cisco_ucs_5108_facts_yaml),
    BuiltInFile(
      "fujitsu-bx900", PackageResources.fujitsu_bx900_yaml, PackageResources.fujitsu_bx900_facts_yaml),
    BuiltInFile(
      "ibm-flex-8721", PackageResources.ibm_flex_8721_yaml, PackageResources.ibm_flex_8721_facts_yaml),
    BuiltInFile("huawei-e9000", PackageResources.huawei_e9000_yaml, PackageResources.huawei_e9000_facts_yaml),
    BuiltInFile("dell-vrtx", PackageResources.dell_vrtx_yaml, PackageResources.dell_vrtx_facts_yaml),
    BuiltInFile("dell-fx2", PackageResources.dell_fx2_yaml, PackageResources.dell_fx2_facts_yaml),
    BuiltInFile(
      "hpe-synergy-12000", PackageResources.hpe_synergy_12000_yaml,
      PackageResources.hpe_synergy_12000_facts_yaml),
    BuiltInFile("dell-mx7000", PackageResources.dell_mx7000_yaml, PackageResources.dell_mx7000_facts_yaml),
    BuiltInFile("h3c-b16000", PackageResources.h3c_b16000_yaml, PackageResources.h3c_b16000_facts_yaml),
    BuiltInFile("cisco-x9508", PackageResources.cisco_x9508_yaml, PackageResources.cisco_x9508_facts_yaml),
  ]

  /// Every rack, by year: two files in `Data/racks` and a line here.
  static let racks: [BuiltInFile] = [
    BuiltInFile("generic-42u", PackageResources.generic_42u_yaml, PackageResources.generic_42u_facts_yaml),
    BuiltInFile("apc-ar3100", PackageResources.apc_ar3100_yaml, PackageResources.apc_ar3100_facts_yaml),
    BuiltInFile("hpe-10642-g2", PackageResources.hpe_10642_g2_yaml, PackageResources.hpe_10642_g2_facts_yaml),
  ]
}
