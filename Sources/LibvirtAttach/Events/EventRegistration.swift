#if Libvirt
  import CLibvirt
  import Synchronization

  /// The callbacks for the events of one open connection, taken back with the last reference.
  ///
  /// Sendable unchecked: the numbers are written before anybody else knows of them, and taken once.
  @safe final class EventRegistration: @unchecked Sendable {
    private let handle: ConnectionHandle
    private var callbacks: [CInt] = []
    private let isWithdrawn = Atomic(false)

    /// Has the events of all domains told, on libvirt's event thread.
    ///
    /// The corresponding C function is `virConnectDomainEventRegisterAny`.
    init(
      on handle: ConnectionHandle,
      _ told: @escaping @Sendable (DomainEvent) -> Void
    ) throws(LibvirtError) {
      self.handle = handle
      let receiver = EventReceiver(told)
      try unsafe add(VIR_DOMAIN_EVENT_ID_DEVICE_ADDED, EventReceiver.added, receiver)
      try unsafe add(VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED, EventReceiver.removed, receiver)
      try unsafe add(
        VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED,
        EventReceiver.removalFailed,
        receiver
      )
      try unsafe add(
        VIR_DOMAIN_EVENT_ID_LIFECYCLE,
        // libvirt's own cast: the event's number says what the function takes.
        unsafeBitCast(EventReceiver.lifecycle, to: EventReceiver.Device.self),
        receiver
      )
    }

    deinit {
      guard !isWithdrawn.load(ordering: .relaxed) else { return }
      // Asks the other side, and the last reference may go on a thread that must not block.
      CallQueue(label: "libvirt.events").later { [handle, callbacks] in
        BrokenPipe.ignored { Self.deregister(callbacks, on: handle) }
      }
    }

    /// Whether this is about that connection.
    func isOn(_ handle: ConnectionHandle) -> Bool { self.handle === handle }

    /// Takes the callbacks back; blocks.
    func withdraw() {
      guard !isWithdrawn.exchange(true, ordering: .relaxed) else { return }
      Self.deregister(callbacks, on: handle)
    }

    /// The corresponding C function is `virConnectDomainEventDeregisterAny`.
    private static func deregister(_ callbacks: [CInt], on handle: ConnectionHandle) {
      for callback in callbacks {
        unsafe virConnectDomainEventDeregisterAny(handle.connection, callback)
      }
    }

    private func add(
      _ event: virDomainEventID,
      _ callback: EventReceiver.Device,
      _ receiver: EventReceiver
    ) throws(LibvirtError) {
      let retained = unsafe Unmanaged.passRetained(receiver)
      let number = unsafe virConnectDomainEventRegisterAny(
        handle.connection,
        nil,
        CInt(event.rawValue),
        unsafeBitCast(callback, to: virConnectDomainEventGenericCallback.self),
        retained.toOpaque(),
        { if let receiver = unsafe $0 { unsafe EventReceiver.release(receiver) } }
      )
      guard number < 0 else {
        callbacks.append(number)
        return
      }
      let error = LibvirtError.last()
      unsafe retained.release()
      throw error
    }
  }

  /// What libvirt's event callbacks are given.
  @safe private final class EventReceiver {
    /// What the callbacks of device events look like.
    typealias Device =
      @convention(c) (
        virConnectPtr?, virDomainPtr?, UnsafePointer<CChar>?, UnsafeMutableRawPointer?
      ) -> Void

    /// What the callbacks of lifecycle events look like.
    typealias Lifecycle =
      @convention(c) (virConnectPtr?, virDomainPtr?, CInt, CInt, UnsafeMutableRawPointer?) -> Void

    private let told: @Sendable (DomainEvent) -> Void

    init(_ told: @escaping @Sendable (DomainEvent) -> Void) { self.told = told }

    static func release(_ receiver: UnsafeMutableRawPointer) {
      unsafe Unmanaged<EventReceiver>.fromOpaque(receiver).release()
    }

    static let added: Device = { _, domain, alias, receiver in
      unsafe tell(receiver, domain) { unsafe .deviceAdded($0, alias: text(alias)) }
    }

    static let removed: Device = { _, domain, alias, receiver in
      unsafe tell(receiver, domain) { unsafe .deviceRemoved($0, alias: text(alias)) }
    }

    static let removalFailed: Device = { _, domain, alias, receiver in
      unsafe tell(receiver, domain) { unsafe .deviceRemovalFailed($0, alias: text(alias)) }
    }

    static let lifecycle: Lifecycle = { _, domain, change, detail, receiver in
      unsafe tell(receiver, domain) {
        .lifecycle($0, LifecycleChange(number: Int(change)), detail: Int(detail))
      }
    }

    private static func tell(
      _ receiver: UnsafeMutableRawPointer?,
      _ domain: virDomainPtr?,
      _ event: (DomainIdentity) -> DomainEvent
    ) {
      guard let receiver = unsafe receiver, let domain = unsafe domain else { return }
      guard let identity = unsafe DomainHandle.identity(of: domain) else { return }
      unsafe Unmanaged<EventReceiver>.fromOpaque(receiver).takeUnretainedValue()
        .told(event(identity))
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
      unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }
  }
#endif
