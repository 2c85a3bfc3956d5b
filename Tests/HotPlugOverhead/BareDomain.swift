#if Libvirt
  import CLibvirt

  /// A domain of libvirt's, by the C functions alone.
  @safe final class BareDomain {
    /// A call failed.
    struct Failure: Error {
      let call: String
    }

    private static let parts =
      VIR_DOMAIN_AFFECT_LIVE.rawValue | VIR_DOMAIN_AFFECT_CONFIG.rawValue

    private let connection: virConnectPtr
    private let domain: virDomainPtr

    init(_ name: String, at uri: String) throws(Failure) {
      guard let connection = unsafe virConnectOpen(uri) else {
        throw Failure(call: "virConnectOpen")
      }
      guard let domain = unsafe virDomainLookupByName(connection, name) else {
        unsafe virConnectClose(connection)
        throw Failure(call: "virDomainLookupByName")
      }
      unsafe self.connection = unsafe connection
      unsafe self.domain = unsafe domain
    }

    deinit {
      unsafe virDomainFree(domain)
      unsafe virConnectClose(connection)
    }

    func attach(_ device: String) throws(Failure) {
      guard unsafe virDomainAttachDeviceFlags(domain, device, Self.parts) == 0 else {
        throw Failure(call: "virDomainAttachDeviceFlags")
      }
    }

    /// Returns when the guest has given the device up, if it does that within five seconds.
    func detach(_ device: String) throws(Failure) {
      guard unsafe virDomainDetachDeviceFlags(domain, device, Self.parts) == 0 else {
        throw Failure(call: "virDomainDetachDeviceFlags")
      }
    }
  }
#endif
