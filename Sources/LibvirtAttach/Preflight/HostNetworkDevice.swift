import DomainXML
import Glibc
import InterfaceXML

/// The network devices of the host, as this process sees them.
enum HostNetworkDevice {
  /// Whether there is one of this name.
  static func exists(_ name: String) -> Bool { unsafe if_nametoindex(name) != 0 }

  /// Whether somebody has a TAP device open; its carrier tells.
  static func isInUse(_ name: String) -> Bool {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard unsafe getifaddrs(&list) == 0 else { return false }
    defer { unsafe freeifaddrs(list) }
    var next = unsafe list
    while let entry = unsafe next {
      if unsafe String(cString: entry.pointee.ifa_name) == name {
        return unsafe entry.pointee.ifa_flags & UInt32(IFF_RUNNING) != 0
      }
      unsafe next = unsafe entry.pointee.ifa_next
    }
    return false
  }
}

extension AttachDocument {
  /// The name of the host's device that libvirt makes for the device; nil where it makes none, or one
  /// of a name of its own.
  ///
  /// - Parameter host: The host; nil as well where this process does not see its devices.
  func madeDevice(on host: HostView) -> String? {
    guard host.hasSameDevices, let name = device.target, !name.hasPrefix("vnet"),
      device.element.first("target")?["managed"] != "no"
    else { return nil }
    return ["bridge", "ethernet", "network", "direct"].contains(device.type) ? name : nil
  }
}
