#if Libvirt
  extension Connection {
    /// Opens a lost connection again, as soon as the other side takes it.
    ///
    /// - Returns: Whether it is open; not after `limit`, nor when the task was cancelled.
    func reconnect(within limit: Duration) async -> Bool {
      let budget = TimeBudget(limit)
      let pause = Duration.milliseconds(200)
      while true {
        if (try? await reopen(within: budget.rest)) != nil { return true }
        guard !budget.isSpent, (try? await Task.sleep(for: min(pause, budget.rest))) != nil else {
          return false
        }
      }
    }
  }
#endif
