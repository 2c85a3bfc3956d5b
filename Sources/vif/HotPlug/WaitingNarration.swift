#if Libvirt
  import Glibc
  import LibvirtAttach
  import Synchronization

  /// Says on the standard error output what is going on; on a terminal, also for how long.
  final class WaitingNarration: Sendable {
    private let clock = Mutex<Task<Void, Never>?>(nil)
    private let isTerminal = isatty(STDERR_FILENO) == 1

    /// Tells what has just happened, of several domains also to which.
    func tell(_ progress: DetachProgress, of domain: String? = nil) {
      end()
      StandardError.write((domain.map { "\($0): " } ?? "") + progress.words)
      guard isTerminal else { return }
      let task = Task {
        var seconds = 0
        while (try? await Task.sleep(for: .seconds(1))) != nil {
          seconds += 1
          StandardError.writeStatus("waiting for \(seconds) s")
        }
      }
      clock.withLock { $0 = task }
    }

    /// Ends the line that counts the seconds.
    func end() {
      guard let task = clock.withLock({ $0.take() }) else { return }
      task.cancel()
      StandardError.writeStatus("")
    }
  }

  extension DetachProgress {
    fileprivate var words: String {
      switch self {
      case .asked(let device, let attempt, let count):
        "asked the guest to give up \(device.summary), attempt \(attempt) of \(count)"
      case .underWay(let device, let attempt, let count):
        "the guest has been asked already to give up \(device.summary), attempt \(attempt) of "
          + "\(count): waiting"
      case .guestIsBusy(let device, let attempt, let count):
        "the guest is still busy with the port of \(device.summary), attempt \(attempt) of \(count)"
      case .connectionLost(let loss): "\(loss): connecting again"
      }
    }
  }
#endif
