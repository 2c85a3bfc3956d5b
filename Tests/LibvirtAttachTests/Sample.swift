@testable import LibvirtAttach

/// A domain's two definitions, as libvirt writes them.
enum Sample {
  static var live: DomainDescription {
    get throws {
      try DomainDescription(
        parsing: """
          <domain type='qemu' id='1'>
            <name>sample</name>
            <devices>
              <disk type='file'><source file='/interface'/></disk>
              <interface type='bridge'>
                <mac address='52:54:00:00:00:01'/>
                <source bridge='br0'/>
                <target dev='vnet0'/>
                <model type='virtio'/>
                <alias name='net0'/>
                <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
              </interface>
              <interface type='network'>
                <mac address='52:54:00:00:00:02'/>
                <source network='default' portid='c4' bridge='virbr0'/>
                <target dev='vnet1'/>
                <model type='e1000e'/>
                <alias name='ua-front'/>
                <address type='pci' domain='0x0000' bus='0x02' slot='0x00' function='0x0'/>
              </interface>
              <interface type='ethernet'>
                <mac address='52:54:00:00:00:02'/>
                <target dev='tap0' managed='no'/>
                <alias name='net2'/>
                <address type='pci' domain='0x0000' bus='0x03' slot='0x00' function='0x0'/>
              </interface>
            </devices>
          </domain>
          """
      )
    }
  }

  static var config: DomainDescription {
    get throws {
      try DomainDescription(
        parsing: """
          <domain type='qemu'>
            <name>sample</name>
            <devices>
              <interface type='ethernet'>
                <mac address='52:54:00:00:00:02'/>
                <target dev='tap0' managed='no'/>
                <address type='pci' domain='0x0000' bus='0x03' slot='0x00' function='0x0'/>
              </interface>
              <interface type='bridge'>
                <mac address='52:54:00:00:00:01'/>
                <source bridge='br0'/>
                <model type='virtio'/>
                <address type='pci' domain='0x0000' bus='0x07' slot='0x00' function='0x0'/>
              </interface>
              <interface type='user'>
                <mac address='52:54:00:00:00:03'/>
              </interface>
            </devices>
          </domain>
          """
      )
    }
  }
}
