#if Libvirt
  /// An item of `vif`'s input: an os-vif object as JSON, and what goes with it.
  struct PlugItem {
    /// A JSON text for each member.
    typealias Members = [String: String]

    /// The NIC's address.
    let mac: String
    /// The whole item as JSON.
    let json: String

    /// - Parameters:
    ///   - type: The VIF's class.
    ///   - version: The class's version.
    ///   - name: The device's name on the host.
    ///   - mtu: The MTU of the VIF's network; without one, it has no network.
    ///   - fields: The class's own fields, and the port profile.
    ///   - guest: Guest settings.
    ///   - netdev: The host's device behind the PCI address `0000:0a:00.1`.
    ///   - vdpa: Its vDPA device.
    init(
      _ type: String,
      version: String = "1.0",
      mac: String,
      name: String,
      mtu: Int? = nil,
      _ fields: Members = [:],
      guest: Members = [:],
      netdev: String = "none",
      vdpa: String? = nil
    ) {
      self.mac = mac
      var data: Members = [
        "id": #""dc065497-3c8d-4f44-8fb4-e1d33c16a536""#,
        "address": #""\#(mac)""#,
        "vif_name": #""\#(name)""#,
        "active": "true",
      ]
      if let mtu {
        let id = #""b82c1929-051e-481d-8110-4669916c7915""#
        data["network"] = Self.object("Network", version: "1.1", ["id": id, "mtu": "\(mtu)"])
      }
      data.merge(fields) { $1 }
      let vif = Self.object(type, version: version, data)
      var host = ["netdev": #"{"0000:0a:00.1": "\#(netdev)"}"#]
      host["vdpa"] = vdpa.map { #"{"0000:0a:00.1": "\#($0)"}"# }
      json = Self.text(["vif": vif, "guest": Self.text(guest), "host": Self.text(host)])
    }

    /// A VIF on a bridge.
    static func bridge(
      _ name: String,
      mac: String,
      on bridge: String = "br0",
      mtu: Int? = nil,
      guest: Members = [:]
    ) -> PlugItem {
      PlugItem(
        "VIFBridge",
        mac: mac,
        name: name,
        mtu: mtu,
        ["bridge_name": #""\#(bridge)""#],
        guest: guest
      )
    }

    /// The same item with its link down.
    init(down item: PlugItem) {
      mac = item.mac
      json = item.json.replacing(#""guest": {}"#, with: #""guest": {"link": "down"}"#)
    }

    /// An object as os-vif writes it.
    static func object(_ name: String, version: String, _ data: Members) -> String {
      text([
        "versioned_object.name": #""\#(name)""#,
        "versioned_object.namespace": #""os_vif""#,
        "versioned_object.version": #""\#(version)""#,
        "versioned_object.data": text(data),
      ])
    }

    private static func text(_ members: Members) -> String {
      "{\(members.map { #""\#($0)": \#($1)"# }.joined(separator: ", "))}"
    }
  }
#endif
