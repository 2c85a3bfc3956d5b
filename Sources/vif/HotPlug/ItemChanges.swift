#if Libvirt
  import LibvirtAttach

  /// A file's items, each brought to a domain, up to the first that fails.
  struct ItemChanges {
    let documents: [String]
    let format: FormatOption.Format

    /// Changes one item after the other, and tells what became of each.
    ///
    /// - Throws: The exit status, with the reason told.
    func run(
      on connection: Connection,
      _ name: String,
      _ change: (Domain, String) async throws(HotPlugError) -> ChangeReport
    ) async throws(ExitStatus) {
      var done = 0
      var status = ExitStatus.done
      do throws(HotPlugError) {
        let domain = try await connection.domain(named: name)
        for document in documents {
          let report = try await change(domain, document)
          done += 1
          do throws(ExitStatus) {
            try report.tell(of: domain.name, in: format)
          } catch {
            status = error
          }
        }
      } catch {
        let item = documents.count > 1 ? (number: done + 1, count: documents.count) : nil
        status = HotPlugFailure(error).told(in: format, item: item)
        if done > 0 {
          StandardError.write(
            "note: \(done) of \(documents.count) items were done before, and stay"
          )
        }
      }
      if status != .done { throw status }
    }
  }
#endif
