/// Where libvirt stores a guest's configuration.
extension LabGuest {
  /// Runs `body` while libvirt cannot store it, as on a full disk.
  package func withoutStore(_ body: () async throws -> Void) async throws {
    // libvirt writes a new file first, and gives it the old one's name then.
    let file = "/etc/libvirt/qemu/\(name).xml.new"
    try await host.run("mkdir", file)
    try await always({ try await host.run("rmdir", file) }, after: body)
  }
}
