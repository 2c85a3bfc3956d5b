import Diagnostics
import InterfaceXML

/// A model of NIC that an image can ask for (`hw_vif_model`).
enum ImageModel: String, CaseIterable {
  case virtio, pcnet, rtl8139, e1000, e1000e, lan9118, netfront, sriov, vmxnet, vmxnet3, igb
  case ne2kPCI = "ne2k_pci"
  case spaprVLAN = "spapr-vlan"

  /// Names that VMware's images have for the same models.
  private static let otherNames: [String: ImageModel] = [
    "virtuale1000": .e1000, "virtuale1000e": .e1000e, "virtualpcnet32": .pcnet,
    "virtualsriovethernetcard": .sriov, "virtualvmxnet": .vmxnet, "virtualvmxnet3": .vmxnet3,
  ]

  /// Reads an image's property, in any case.
  ///
  /// - Throws: `nova.model-unknown`.
  init(property text: String) throws(Diagnostic) {
    let name = text.lowercased()
    guard let model = ImageModel(rawValue: name) ?? Self.otherNames[name] else {
      let known = Self.allCases.map(\.rawValue)
      throw Diagnostic(
        .novaModelUnknown,
        "nova knows no model '\(Diagnostic.shortened(text))'",
        value: text,
        bound: known.joined(separator: ", "),
        remedy: nearest(to: name, among: known).map { "did you mean '\($0)'?" }
      )
    }
    self = model
  }

  /// Whether nova takes the model for guests of this type.
  func isServed(by type: VirtType) -> Bool {
    switch (type, self) {
    case (.qemu, .lan9118): true
    case (.kvm, .virtio), (.kvm, .ne2kPCI), (.kvm, .pcnet), (.kvm, .rtl8139), (.kvm, .e1000),
      (.kvm, .e1000e), (.kvm, .spaprVLAN), (.kvm, .vmxnet3), (.kvm, .igb):
      true
    case (.qemu, _): isServed(by: .kvm)
    case (.parallels, .virtio), (.parallels, .rtl8139), (.parallels, .e1000): true
    case (.kvm, _), (.parallels, _), (.lxc, _): false
    }
  }

  /// The model, as libvirt is told of it.
  var model: Model {
    get throws(Diagnostic) { try Model(rawValue) }
  }
}

extension Diagnostic.Code {
  /// A model of NIC that nova does not know.
  public static let novaModelUnknown = Diagnostic.Code(rawValue: "nova.model-unknown")
  /// A model of NIC that nova does not give to such guests.
  public static let novaModelUnsupported = Diagnostic.Code(rawValue: "nova.model-unsupported")
}
