#if Libvirt
  import LibvirtAttach

  /// A detach whose guest has been asked, and has not answered yet.
  struct DetachUnderWay: Sendable {
    private let task: Task<Result<ChangeReport, HotPlugError>, Never>

    /// Begins a detach, and waits until the guest was asked or it is known that it won't be.
    ///
    /// The guest is asked once alone, however slow the machine is.
    init(
      _ selector: InterfaceSelector,
      _ scope: AttachScope = .existing,
      of domain: Domain,
      patience: DetachPatience = DetachPatience(timeout: .seconds(180))
    ) async {
      let (asked, sender) = AsyncStream.makeStream(of: DetachProgress.self)
      task = Task {
        defer { sender.finish() }
        do throws(HotPlugError) {
          let report = try await domain.detach(selector, scope, patience: patience) {
            sender.yield($0)
          }
          return .success(report)
        } catch {
          return .failure(error)
        }
      }
      for await _ in asked { break }
    }

    /// What it came to.
    var report: Result<ChangeReport, HotPlugError> { get async { await task.value } }

    func cancel() { task.cancel() }
  }
#endif
