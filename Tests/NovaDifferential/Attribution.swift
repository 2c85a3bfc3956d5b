import Diagnostics
import JSONTree
import NovaImport
import VIFModel

/// Why a result differs from nova's on purpose: the numbers of the table of differences.
///
/// The table is in the README; what has no number here is a fault.
enum Attribution: String, CaseIterable {
  case n1 = "N1"
  case n2 = "N2"
  case n3 = "N3"
  case n4 = "N4"
  case n5 = "N5"
  case n6 = "N6"
  case n7 = "N7"
  case n8 = "N8"
  case n9 = "N9"
  case n10 = "N10"
  case n11 = "N11"
  case n12 = "N12"
  case n13 = "N13"
  case n14 = "N14"
  case n15 = "N15"
  case n16 = "N16"
  case n17 = "N17"
  case n18 = "N18"
  case n19 = "N19"
  case n20 = "N20"
  case n21 = "N21"
  case n22 = "N22"
  case n23 = "N23"
  case n24 = "N24"

  /// What the number stands for.
  var meaning: String {
    switch self {
    case .n1: "one <parameters> for 802.1Qbg"
    case .n2: "VIFDirect and generic VIFHostDevice are translated"
    case .n3: "profile_id becomes profileid"
    case .n4: "mtu 0 is left out"
    case .n5: "driver settings beside hostdev or another model are refused"
    case .n6: "vhostuser always has a virtio model"
    case .n7: "queue sizes of vDPA are written"
    case .n8: "rx_queue_size beside driver qemu is left out"
    case .n9: "a pair of VIF and profile that no plugin makes is refused"
    case .n10: "a null network is a network without mtu"
    case .n11: "no coercions: values of another kind are refused"
    case .n12: "what fails when the guest starts is refused before"
    case .n13: "libvirt's order and quotes"
    case .n14: "newer versions are refused by name"
    case .n15: "VIFGeneric's TAP is not libvirt's to make"
    case .n16: "canonical MAC and PCI addresses, target by rule"
    case .n17: "a missing bridge_name or interface_id is taken from network or VIF"
    case .n18: "a MAC address that no NIC can have is refused"
    case .n19: "queues 1 is what libvirt drops"
    case .n20: "words that nova does not look at are looked at"
    case .n21: "no driver 'vhost' on macvtap beside other models than virtio"
    case .n22: "no limits of traffic on host devices"
    case .n23: "the VLAN '0' is none, as 0 is"
    case .n24: "the type 'bridge', as nova up to 33 has it"
    }
  }

  /// Why nova has a document and we refuse.
  static func refusal(_ error: Diagnostic, _ vif: VIF?) -> Attribution? {
    switch error.code.rawValue {
    case "pair.unsupported": .n9
    case "mac.multicast": .n18
    case "driver.model", "driver.hostdev": .n5
    case "model.virtio-only": .n6
    case "value.not-allowed": .n20
    case "json.kind", "json.encoding", "uuid.malformed", "mac.malformed", "pci.malformed",
      "ip.malformed", "ip.network-malformed", "object.field-repeated", "key.repeated":
      .n11
    case "profileid.length",
      "value.character" where error.path.description.hasSuffix("profile_id"):
      if case .direct? = vif { .n2 } else { .n3 }
    case "value.out-of-range" where error.path.description.contains("type_id_version"): .n2
    case "device-name.empty", "device-name.too-long", "device-name.malformed",
      "value.out-of-range", "value.not-a-number", "vhostuser.path", "vdpa.path", "value.character",
      "model.malformed":
      .n12
    default: nil
    }
  }

  /// Why nova refuses and we have a document.
  static func acceptance(_ vif: VIF, _ line: CorpusLine) -> Attribution? {
    switch try? line.request.get().record {
    case .networkInfo(let record): if record.type == .bridge { return .n24 }
    case .port(let port, _): if port.vifType == .bridge { return .n24 }
    case .primitive, nil: break
    }
    if case .null = vif.base.network { return .n10 }
    switch vif {
    case .direct: return .n2
    case .hostDevice(let vif) where vif.devType == .generic: return .n2
    case .openVSwitch(let vif):
      guard let port = vif.base.portProfile?.openVSwitch else { return .n9 }
      if vif.bridgeName == nil || port.interfaceID == nil { return .n17 }
      if case .openVSwitch? = vif.base.portProfile { return nil }
      return .n9
    case .generic, .bridge, .vHostUser, .hostDevice, .nestedDPDK: return nil
    }
  }

  /// Why the two os-vif objects differ in this.
  static func difference(_ difference: TreeDifference) -> Attribution? {
    // A text in os-vif, and the name of a folder in sysfs, where it is of lower case.
    guard difference.path.components.last == "representor_address",
      case .string(let theirs) = difference.theirs, case .string(let ours) = difference.ours
    else { return nil }
    return theirs.lowercased() == ours ? .n16 : nil
  }

  /// Why the two documents of a VIF differ in this.
  static func difference(
    _ difference: Difference,
    _ vif: VIF,
    _ line: CorpusLine
  ) -> Attribution? {
    if line.isRecord, let reason = ofRecord(difference, vif) { return reason }
    return ofVIF(difference, vif)
  }

  /// Why the documents of a record of OpenStack's differ where those of an os-vif object do not.
  private static func ofRecord(_ difference: Difference, _ vif: VIF) -> Attribution? {
    guard difference.ours == nil || difference.theirs == nil else { return nil }
    switch (vif, difference.place) {
    case (.direct, let place) where place.hasPrefix("driver"):
      return difference.ours == nil ? .n21 : nil
    case (.hostDevice, let place) where place.hasPrefix("bandwidth"):
      return difference.ours == nil ? .n22 : nil
    case (.direct, "vlan"), (.direct, "vlan/tag"), (.direct, "vlan/tag@id"),
      (.hostDevice, "vlan"), (.hostDevice, "vlan/tag"), (.hostDevice, "vlan/tag@id"):
      return difference.ours == nil && ["", "0"].contains(difference.theirs) ? .n23 : nil
    case (.generic, "target"), (.generic, "target@dev"):
      return difference.theirs == nil ? .n16 : nil
    default: return nil
    }
  }

  private static func ofVIF(_ difference: Difference, _ vif: VIF) -> Attribution? {
    switch (vif, difference.place) {
    case (.direct, let place) where place.hasPrefix("virtualport/parameters"): .n1
    case (.direct, "driver"), (.direct, "driver@name"), (.direct, "source@mode"), (.direct, "vlan"),
      (.direct, "vlan/tag"), (.direct, "vlan/tag@id"):
      .n2
    case (.openVSwitch, "virtualport/parameters@profileid"): .n3
    case (.openVSwitch, "virtualport/parameters@interfaceid"):
      // libvirt refuses the other spellings that Python takes for a UUID.
      difference.theirs?.contains(difference.ours ?? " ") == true ? .n11 : nil
    case (_, "mtu"), (_, "mtu@size"): difference.ours == nil ? .n4 : nil
    case (.vHostUser, "model"), (.vHostUser, "model@type"): difference.theirs == nil ? .n6 : nil
    case (.hostDevice, "model"), (.hostDevice, "model@type"), (.hostDevice, "driver"),
      (.hostDevice, "driver@rx_queue_size"), (.hostDevice, "driver@tx_queue_size"):
      difference.theirs == nil ? .n7 : nil
    case (_, "driver@rx_queue_size"): difference.ours == nil ? .n8 : nil
    case (_, "driver@queues"): difference.theirs == "1" ? .n19 : nil
    case (.vHostUser, "driver"): difference.theirs != nil && difference.ours == nil ? .n19 : nil
    case (.generic, "target@managed"): difference.ours == "no" ? .n15 : nil
    default: nil
    }
  }
}
