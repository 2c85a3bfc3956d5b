#if Libvirt
  import CLibvirt
  public import InterfaceXML

  extension LibvirtVersion {
    /// The version of the libvirt that this program runs with; its rules may be those of a server
    /// of another version.
    ///
    /// The corresponding C function is `virGetVersion`.
    public static func installed() throws(LibvirtError) -> LibvirtVersion {
      var number: UInt = 0
      guard unsafe virGetVersion(&number, nil, nil) == 0 else { throw .last() }
      return LibvirtVersion(number: number)
    }
  }
#endif
