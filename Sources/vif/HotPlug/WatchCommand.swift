import ArgumentParser
import Diagnostics
import LibvirtAttach

/// Tells what happens to guests.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Prints what happens to guests and their devices, a JSON object a line.",
    discussion: """
      Runs until it is interrupted, or as long as --timeout says, or until --count events have been \
      printed; when time is up before, it ends with exit status 1. A lost connection is opened \
      again; what happened meanwhile is not known, and "connection-restored" says so.
      """
  )

  @Argument(help: "The domain's name, UUID or id; all domains without it.")
  var domain: String?

  @Option(help: ArgumentHelp("End after so many events.", valueName: "number"))
  var count: Int?

  @Option(help: ArgumentHelp("End after this time.", valueName: "seconds"))
  var timeout: Double?

  @Flag(help: "Say on the standard error output when the watch has begun.")
  var verbose = false

  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    if let timeout { try Seconds.check(timeout, of: "--timeout") }
    if let count, count < 1 { throw ValidationError("--count takes a number from 1") }
  }

  func run() async throws {
    #if Libvirt
      let connection = try await connection.open(telling: .text)
      let events: AsyncStream<DomainEvent>
      let identity: DomainIdentity?
      do throws(HotPlugError) {
        identity = try await named(on: connection)
        events = try await connection.events()
      } catch {
        throw HotPlugFailure(error).told(in: .text)
      }
      if verbose { StandardError.write("watching \(identity?.name ?? "all domains")") }
      let missing = await withTaskGroup { group in
        group.addTask { await tell(events, of: identity, on: connection) }
        if let timeout {
          group.addTask {
            try? await Task.sleep(for: .seconds(timeout))
            return nil
          }
        }
        var missing = count
        for await rest in group {
          group.cancelAll()
          if let rest { missing = rest }
        }
        return missing
      }
      guard let missing, missing > 0, let count else { return }
      StandardError.write(
        "error",
        Diagnostic(.watchTimeout, "\(count - missing) of \(count) events came in time")
      )
      throw ExitStatus.failed
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  #if Libvirt
    private func named(
      on connection: Connection
    ) async throws(HotPlugError) -> DomainIdentity? {
      guard let domain else { return nil }
      return try await connection.domain(named: domain).identity
    }

    /// Prints events.
    ///
    /// - Returns: How many are missing to as many as were asked for; nil without such a number.
    private func tell(
      _ events: AsyncStream<DomainEvent>,
      of identity: DomainIdentity?,
      on connection: Connection
    ) async -> Int? {
      var missing = count
      for await event in events {
        if let identity, let domain = event.domain, domain.uuid != identity.uuid { continue }
        let isTold = (try? StandardOutput.write("\(event.json(at: Timestamp.now))\n")) != nil
        // Nobody reads on.
        guard isTold else { return nil }
        if case .connectionLost = event { await open(connection) }
        guard event.domain != nil, let rest = missing else { continue }
        missing = rest - 1
        if rest == 1 { break }
      }
      return missing
    }

    /// Opens a connection again, however long it takes.
    private func open(_ connection: Connection) async {
      while (try? await connection.reconnect()) == nil {
        guard (try? await Task.sleep(for: .seconds(1))) != nil else { return }
      }
    }
  #endif
}

extension Diagnostic.Code {
  /// Fewer events came than were waited for.
  static let watchTimeout = Diagnostic.Code(rawValue: "watch.timeout")
}
