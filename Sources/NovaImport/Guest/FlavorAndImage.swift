import Diagnostics

/// Settings that the flavor and the image may both have.
extension NovaGuest {
  /// A truth that may be set in both; in both only when they agree.
  enum SharedSetting {
    /// Whether virtio's rings are packed.
    case packedRing
    /// Whether the NIC has a queue for each CPU.
    case multiqueue

    /// The name of the flavor's extra spec.
    var extraSpec: String {
      switch self {
      case .packedRing: "hw:virtio_packed_ring"
      case .multiqueue: "hw:vif_multiqueue_enabled"
      }
    }

    /// The name of the image's property.
    var imageProperty: String {
      switch self {
      case .packedRing: "hw_virtio_packed_ring"
      case .multiqueue: "hw_vif_multiqueue_enabled"
      }
    }
  }

  /// Whether the setting is on.
  ///
  /// - Throws: `nova.flavor-image-conflict`.
  func isOn(_ setting: SharedSetting) throws(Diagnostic) -> Bool {
    let flavor = extraSpecs.last { $0.key == setting.extraSpec }.map { Self.isTrue($0.value) }
    let image = imageProperties[setting.imageProperty].map(Self.isTrue)
    if let flavor, let image, flavor != image {
      throw Diagnostic(
        .novaFlavorImageConflict,
        "the flavor has \(setting.extraSpec) \(flavor), and the image \(setting.imageProperty)"
          + " \(image)",
        value: "\(flavor)",
        bound: "the same in both",
        remedy: "leave it out of one of them"
      ).at(setting.extraSpec).at("extra_specs")
    }
    return flavor ?? image ?? false
  }

  /// What OpenStack takes for true; everything else is false.
  private static func isTrue(_ text: String) -> Bool {
    var word = text[...]
    while word.first?.isWhitespace == true { word.removeFirst() }
    while word.last?.isWhitespace == true { word.removeLast() }
    return ["1", "t", "true", "on", "y", "yes"].contains(word.lowercased())
  }
}

extension Diagnostic.Code {
  /// Flavor and image that contradict each other.
  public static let novaFlavorImageConflict = Diagnostic.Code(
    rawValue: "nova.flavor-image-conflict"
  )
}
