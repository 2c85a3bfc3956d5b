import Diagnostics
import VIFModel

/// Paths of the fields of a VIF, as `/vif/versioned_object.data/port_profile/…`.
///
/// Paths of the translation begin with `vif` or `guest`, as the two stand side by side in an item
/// of input.
enum Places {
  /// The path of a field, given by the fields on the way to it.
  static func vif(_ fields: String...) -> JSONPointer {
    JSONPointer(["vif"] + fields.flatMap { ["versioned_object.data", $0] })
  }

  /// Does something with a field of the VIF: a fault from there learns where it is.
  @inline(__always)
  static func locating<Value>(
    vif field: StaticString,
    _ inner: StaticString? = nil,
    doing body: () throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    do throws(Diagnostic) {
      return try body()
    } catch {
      throw error.atVIF([field, inner].compactMap { $0.map { "\($0)" } })
    }
  }

  /// The path of a guest setting.
  static func guest(_ name: String) -> JSONPointer { JSONPointer(["guest", name]) }
}

extension Diagnostic {
  /// The same diagnostic, at a field of the VIF and below.
  func atVIF(_ fields: String...) -> Diagnostic { atVIF(fields) }

  fileprivate func atVIF(_ fields: [String]) -> Diagnostic {
    let way = ["vif"] + fields.flatMap { ["versioned_object.data", $0] }
    return at(JSONPointer(way + path.components))
  }

  /// A field that the translation needs is not set.
  static func missingField(_ name: String, because reason: String) -> Diagnostic {
    Diagnostic(.fieldMissing, "\(name) is not set: \(reason)", remedy: "set it")
  }

  /// The same diagnostic, told of the object that its path leads into.
  func inObject(of vif: VIF) -> Diagnostic {
    let fields = path.components.filter { $0 != "versioned_object.data" }.dropFirst()
    guard path.components.first == "vif" else { return self }
    switch (fields.first, vif.base.portProfile, vif.base.network.value) {
    case ("port_profile", let profile?, _) where fields.count > 1:
      return inObject(profile.className, version: "\(profile.version)")
    case ("network", _, let network?):
      return inObject(Network.className, version: "\(network.version)")
    default: return inObject(vif.className, version: "\(vif.version)")
    }
  }
}

extension Diagnostic.Code {
  /// A field that the translation needs is not set.
  public static let fieldMissing = Diagnostic.Code(rawValue: "object.field-missing")
}
