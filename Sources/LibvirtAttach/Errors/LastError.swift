#if Libvirt
  import CLibvirt

  extension LibvirtError {
    /// The calling thread's last error; that of every call is the same where libvirt's library
    /// cannot be loaded.
    ///
    /// To be read before the thread calls libvirt again, and with no suspension in between: the
    /// error belongs to the thread. The corresponding C function is `virGetLastError`.
    package static func last() -> LibvirtError {
      if let reason = unsafe vif_libvirtFault() {
        return notLoaded(unsafe String(cString: reason))
      }
      guard let error = unsafe virGetLastError() else {
        return LibvirtError(code: 0, domain: 0, message: "libvirt gave no reason")
      }
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) }
      return unsafe LibvirtError(
        code: Int(error.pointee.code),
        domain: Int(error.pointee.domain),
        message: message ?? ""
      )
    }

    /// Throws the last error when a libvirt function returned its -1.
    package static func check(_ result: CInt) throws(LibvirtError) {
      if result < 0 { throw last() }
    }
  }
#endif
