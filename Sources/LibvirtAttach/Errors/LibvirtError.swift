/// What libvirt says went wrong, kept as libvirt gave it.
public struct LibvirtError: Error, Hashable, Sendable {
  /// Which fault it is: a `virErrorNumber`.
  public let code: Int
  /// Which part of libvirt raised it: a `virErrorDomain`.
  public let domain: Int
  /// libvirt's own words.
  public let message: String

  /// Makes an error out of what libvirt told.
  public init(code: Int, domain: Int, message: String) {
    self.code = code
    self.domain = domain
    self.message = message
  }
}

extension LibvirtError {
  /// A fault that libvirt has no number of its own for; among others, QEMU's refusals.
  ///
  /// The corresponding C error is `VIR_ERR_INTERNAL_ERROR`.
  public static let internalError = 1
  /// The driver has no such function.
  ///
  /// The corresponding C error is `VIR_ERR_NO_SUPPORT`.
  public static let noSupport = 3
  /// An argument that no call of this kind takes.
  ///
  /// The corresponding C error is `VIR_ERR_INVALID_ARG`.
  public static let invalidArgument = 8
  /// The operation failed; also an element that matches more than one device.
  ///
  /// The corresponding C error is `VIR_ERR_OPERATION_FAILED`.
  public static let operationFailed = 9
  /// The element breaks a rule of libvirt's.
  ///
  /// The corresponding C error is `VIR_ERR_XML_ERROR`.
  public static let xmlError = 27
  /// A call to the system failed: no such bridge, no such socket, the daemon is gone.
  ///
  /// The corresponding C error is `VIR_ERR_SYSTEM_ERROR`.
  public static let systemError = 38
  /// There is no such domain, or there no longer is.
  ///
  /// The corresponding C error is `VIR_ERR_NO_DOMAIN`.
  public static let noDomain = 42
  /// The host has no such device.
  ///
  /// The corresponding C error is `VIR_ERR_NO_NODE_DEVICE`.
  static let noNodeDevice = 53
  /// Not in this state: the domain is shut off, or has no stored configuration.
  ///
  /// The corresponding C error is `VIR_ERR_OPERATION_INVALID`.
  public static let operationInvalid = 55
  /// The configuration is not one that this libvirt or QEMU can carry out.
  ///
  /// The corresponding C error is `VIR_ERR_CONFIG_UNSUPPORTED`.
  public static let configurationUnsupported = 67
  /// Another call on the same domain did not end in time.
  ///
  /// The corresponding C error is `VIR_ERR_OPERATION_TIMEOUT`.
  public static let operationTimeout = 68
  /// The connection allows reading only.
  ///
  /// The corresponding C error is `VIR_ERR_OPERATION_DENIED`.
  public static let operationDenied = 29
  /// The domain has no such device.
  ///
  /// The corresponding C error is `VIR_ERR_DEVICE_MISSING`.
  public static let deviceMissing = 99
}

extension LibvirtError {
  /// What begins the message of ``notLoaded(_:)``.
  static let notLoadedWords = "libvirt's library cannot be loaded"

  /// libvirt's library is not there, or has not all the functions that are called.
  ///
  /// - Parameter reason: The dynamic linker's words.
  static func notLoaded(_ reason: String) -> LibvirtError {
    LibvirtError(code: systemError, domain: 0, message: "\(notLoadedWords): \(reason)")
  }

  /// The part of libvirt that talks to a daemon; its errors are the connection's, not the call's.
  ///
  /// The corresponding C value is `VIR_FROM_RPC`.
  static let remoteDomain = 7

  /// Whether QEMU refused to unplug a device because it was told to already.
  ///
  /// Told by the words, since QEMU's refusals all have one number.
  package var isUnplugUnderWay: Bool {
    code == Self.internalError && message.contains("already in the process of unplug")
  }

  /// Whether QEMU cannot take the request yet, as a port whose device has just been plugged in.
  var meansGuestIsBusy: Bool {
    code == Self.internalError && message.contains("guest is busy")
  }

  /// Whether the domain has no such device.
  ///
  /// Named by its alias, a device that is missing is an internal error to libvirt.
  var meansDeviceMissing: Bool {
    code == Self.deviceMissing
      || code == Self.internalError && message.contains("no device found with alias")
  }

  /// Whether there is no running guest.
  var meansNoGuest: Bool {
    code == Self.noDomain || code == Self.operationInvalid && message.contains("not running")
  }
}

extension LibvirtError: CustomStringConvertible {
  /// libvirt's words, with both numbers behind them.
  public var description: String { "\(message) (libvirt error \(code), domain \(domain))" }
}
