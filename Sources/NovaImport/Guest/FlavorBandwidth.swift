import Diagnostics
import InterfaceXML

/// The limits of traffic in the flavor: `quota:vif_inbound_average` and the like.
extension NovaGuest {
  /// A limit, with the extra spec that it stands in.
  private struct Limit {
    let spec: ExtraSpec

    /// - Throws: `value.not-a-number`.
    var value: Int64 {
      get throws(Diagnostic) {
        guard let value = Int64(spec.value), spec.value.first?.isNumber == true else {
          throw Diagnostic(
            .valueNotANumber,
            "'\(Diagnostic.shortened(spec.value))' is no whole number",
            value: spec.value,
            bound: "a text of decimal digits"
          ).at(spec.key).at("extra_specs")
        }
        return value
      }
    }
  }

  /// Whether the flavor limits anything.
  var limitsTraffic: Bool {
    isSet(limit("inbound", "average")) || isSet(limit("outbound", "average"))
  }

  /// The limits; as in nova, a direction without an average has none.
  ///
  /// - Throws: `value.not-a-number`, `value.out-of-range`.
  func bandwidth() throws(Diagnostic) -> Bandwidth? {
    let (inbound, outbound) = (try limits("inbound"), try limits("outbound"))
    if inbound == nil, outbound == nil { return nil }
    return try Bandwidth(inbound: inbound, outbound: outbound)
  }

  private func limits(_ direction: String) throws(Diagnostic) -> Bandwidth.Limits? {
    guard let average = limit(direction, "average"), isSet(average) else { return nil }
    let (peak, burst) = (limit(direction, "peak"), limit(direction, "burst"))
    let values = (try average.value, try peak?.value, try burst?.value)
    do throws(Diagnostic) {
      return try Bandwidth.Limits(average: values.0, peak: values.1, burst: values.2)
    } catch {
      let key = error.path.components.last.flatMap { limit(direction, $0)?.spec.key } ?? ""
      throw error.at(JSONPointer(["extra_specs", key]))
    }
  }

  private func isSet(_ limit: Limit?) -> Bool { limit.map { !$0.spec.value.isEmpty } ?? false }

  /// nova looks at the first two parts of the key only, and takes the last spec that has them.
  private func limit(_ direction: String, _ kind: String) -> Limit? {
    extraSpecs.last { spec in
      let parts = spec.key.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count > 1 && parts[0] == "quota" && parts[1] == "vif_\(direction)_\(kind)"
    }.map(Limit.init)
  }
}

extension Diagnostic.Code {
  /// The flavor's limits, on a NIC whose traffic nova does not limit.
  public static let novaBandwidthLeftOut = Diagnostic.Code(rawValue: "nova.bandwidth-left-out")
}
