import Diagnostics

/// Offloads that a virtio device tells the host of: `<host>` of libvirt's `<driver>`.
public struct HostOffloads: Hashable, Sendable {
  /// Checksums.
  public var csum: Bool?
  /// Segmentation of any kind.
  public var gso: Bool?
  /// TCP segmentation over IPv4.
  public var tso4: Bool?
  /// TCP segmentation over IPv6.
  public var tso6: Bool?
  /// TCP segmentation with explicit congestion notification.
  public var ecn: Bool?
  /// UDP fragmentation.
  public var ufo: Bool?
  /// Receive buffers that packets may share.
  public var mergeableReceiveBuffers: Bool?

  /// Offloads of which nothing is said.
  public init() {}

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if self == HostOffloads() { return }
    try writer.element("host") { writer throws(Diagnostic) in
      try writer.attribute("csum", onOff: csum)
      try writer.attribute("gso", onOff: gso)
      try writer.attribute("tso4", onOff: tso4)
      try writer.attribute("tso6", onOff: tso6)
      try writer.attribute("ecn", onOff: ecn)
      try writer.attribute("ufo", onOff: ufo)
      try writer.attribute("mrg_rxbuf", onOff: mergeableReceiveBuffers)
    }
  }
}

/// Offloads that a virtio device tells the guest of: `<guest>` of libvirt's `<driver>`.
public struct GuestOffloads: Hashable, Sendable {
  /// Checksums.
  public var csum: Bool?
  /// TCP segmentation over IPv4.
  public var tso4: Bool?
  /// TCP segmentation over IPv6.
  public var tso6: Bool?
  /// TCP segmentation with explicit congestion notification.
  public var ecn: Bool?
  /// UDP fragmentation.
  public var ufo: Bool?

  /// Offloads of which nothing is said.
  public init() {}

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if self == GuestOffloads() { return }
    try writer.element("guest") { writer throws(Diagnostic) in
      try writer.attribute("csum", onOff: csum)
      try writer.attribute("tso4", onOff: tso4)
      try writer.attribute("tso6", onOff: tso6)
      try writer.attribute("ecn", onOff: ecn)
      try writer.attribute("ufo", onOff: ufo)
    }
  }
}

extension HostOffloads {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    csum = try reader.onOff("csum")
    gso = try reader.onOff("gso")
    tso4 = try reader.onOff("tso4")
    tso6 = try reader.onOff("tso6")
    ecn = try reader.onOff("ecn")
    ufo = try reader.onOff("ufo")
    mergeableReceiveBuffers = try reader.onOff("mrg_rxbuf")
    if self == HostOffloads() { return nil }
  }
}

extension GuestOffloads {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    csum = try reader.onOff("csum")
    tso4 = try reader.onOff("tso4")
    tso6 = try reader.onOff("tso6")
    ecn = try reader.onOff("ecn")
    ufo = try reader.onOff("ufo")
    if self == GuestOffloads() { return nil }
  }
}
