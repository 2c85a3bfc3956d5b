extension LabHost {
  /// Runs `body` while libvirt has a network that is a bridge of the host.
  package func withNetwork(
    _ name: String,
    on bridge: String,
    _ body: () async throws -> Void
  ) async throws {
    let xml =
      "<network><name>\(name)</name><forward mode='bridge'/><bridge name='\(bridge)'/></network>"
    try await run(
      "sh",
      "-c",
      #"echo "$2" | virsh -q -c "$1" net-create /dev/stdin"#,
      "sh",
      uri,
      xml
    )
    try await always({ try await run("virsh", "-q", "-c", uri, "net-destroy", name) }, after: body)
  }
}
