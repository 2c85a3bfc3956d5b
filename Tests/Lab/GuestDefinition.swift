/// The XML of a guest without disk and system: its firmware finds nothing to boot and halts.
///
/// It has a few hot-pluggable ports, and never answers a request to give a device up; a reset makes
/// QEMU take the device all the same.
struct GuestDefinition: CustomStringConvertible {
  let name: String
  /// Free PCI Express ports.
  var ports = 4

  var description: String {
    let ports = (1...ports).map { "<controller type='pci' index='\($0)' model='pcie-root-port'/>" }
    return """
      <domain type='qemu'>
        <name>\(name)</name>
        <memory unit='MiB'>32</memory>
        <os><type arch='x86_64' machine='q35'>hvm</type></os>
        <features><acpi/></features>
        <devices>
          <emulator>\(Availability.emulator)</emulator>
          <controller type='usb' model='none'/>
          <controller type='pci' index='0' model='pcie-root'/>
          \(ports.joined(separator: "\n    "))
          <memballoon model='none'/>
        </devices>
      </domain>
      """
  }
}
