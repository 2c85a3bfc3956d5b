#if Libvirt
  import Lab
  import Testing

  /// A bridge VIF of a number, with an id, an address and a device name of its own.
  struct FaultVIF {
    /// From 0 to 15.
    let number: Int
    var bridge = "br0"
    /// The address if it is not the number's own.
    var otherMAC: String?
    /// The device's name if it is not the number's own.
    var otherTarget: String?
    /// Guest settings, as JSON.
    var guest = "{}"

    private var digit: String { String(number, radix: 16) }

    var mac: String { otherMAC ?? "52:54:00:fa:00:0\(digit)" }
    var id: String { "dc065497-3c8d-4f44-8fb4-e1d33c16a5f\(digit)" }
    var alias: String { "ua-vif-\(id)" }
    var selector: String { "vif:\(id)" }
    var target: String { otherTarget ?? "tapf\(digit)" }

    var json: String {
      let data = [
        "id": #""\#(id)""#, "address": #""\#(mac)""#, "active": "true",
        "vif_name": #""\#(target)""#, "bridge_name": #""\#(bridge)""#,
      ]
      let vif = PlugItem.object("VIFBridge", version: "1.0", data)
      return #"{"vif":\#(vif),"guest":\#(guest)}"#
    }
  }

  extension LabGuest {
    /// Looks for a VIF's NIC from outside.
    func view(of vif: FaultVIF) async throws -> OutsideView {
      try await view(of: vif.mac, target: vif.target)
    }

    /// Looks for a VIF's NIC from outside, when libvirt has done what it was still to do.
    func settledView(of vif: FaultVIF) async throws -> OutsideView {
      var view = try await view(of: vif)
      _ = try await host.eventually {
        try await Task.sleep(for: .milliseconds(300))
        let before = view
        view = try await self.view(of: vif)
        return view == before
      }
      return view
    }

    /// Plugs a VIF in, in every definition.
    func give(_ vif: FaultVIF, location: SourceLocation = #_sourceLocation) async throws {
      let answer = try await ask("attach", vif.json)
      try #require(answer.status == "attached", "\(answer.run)", sourceLocation: location)
    }

    /// Takes a VIF's NIC off so that nothing of it is left, whatever there is of it.
    func clear(_ vif: FaultVIF) async throws {
      _ = try await askDetach(vif.selector, "--if-present")
      if try await view(of: vif).isHalf { try await remedy(vif) }
    }
  }
#endif
