#if Libvirt
  import ArgumentParser
  import LibvirtAttach

  extension ConnectionOptions {
    /// Opens the connection that was asked for.
    ///
    /// - Throws: The exit status, with the reason told.
    func open() async throws -> Connection {
      do throws(LibvirtError) {
        return try await Connection(connect)
      } catch {
        throw HotPlugFailure(error).told(in: format)
      }
    }
  }
#endif
