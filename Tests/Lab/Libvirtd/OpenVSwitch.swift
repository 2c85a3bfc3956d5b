extension LabHost {
  /// A value of Open vSwitch's database, without quotation marks; empty if the record has none.
  ///
  /// - Parameter column: As `external_ids:iface-id`.
  package func openVSwitch(
    _ table: String,
    _ record: String,
    _ column: String
  ) async throws -> String {
    try await run("ovs-vsctl", "--if-exists", "get", table, record, column)
      .filter { $0 != "\"" && !$0.isNewline }
  }

  /// Whether a packet from this address has come to `ovsbr0` before long.
  package func hasLearned(_ mac: String) async throws -> Bool {
    let target = "--target=/run/openvswitch/vswitchd.ctl"
    return try await eventually {
      try await run("ovs-appctl", target, "fdb/show", "ovsbr0").contains(mac)
    }
  }

  /// Runs `body` while `ovsbr0` has a vhost-user port of this name.
  ///
  /// - Parameter path: The socket of a guest that Open vSwitch connects to; nil when it listens
  ///   itself, on `/run/openvswitch/NAME`.
  package func withVHostUserPort(
    _ name: String,
    connectingTo path: String? = nil,
    _ body: () async throws -> Void
  ) async throws {
    let type = path.map { ["type=dpdkvhostuserclient", "options:vhost-server-path=\($0)"] }
    try await run(
      "ovs-vsctl",
      ["add-port", "ovsbr0", name, "--", "set", "Interface", name]
        + (type ?? ["type=dpdkvhostuser"])
    )
    try await always({ try await run("ovs-vsctl", "del-port", name) }, after: body)
  }
}
