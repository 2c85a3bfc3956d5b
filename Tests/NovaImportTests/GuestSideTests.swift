import Diagnostics
import NovaImport
import Testing

/// Flavor, image and host, and what they make of the guest's side.
struct GuestSideTests {
  /// The model and the driver of an Open vSwitch port.
  private static func device(_ options: String) throws -> [String] {
    let xml = try Sample.xml(Sample.item(Sample.record("ovs"), options))
    return xml.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix("<model") || $0.hasPrefix("<driver") }.map(String.init)
  }

  private static let multiqueue = #""extra_specs":{"hw:vif_multiqueue_enabled":" Yes "}"#

  @Test(arguments: [
    ("", ["<model type='virtio'/>"]),
    (#""conf":{"use_virtio_for_bridges":false}"#, []), (#""virt_type":"lxc""#, []),
    (#""image_properties":{"hw_vif_model":"VirtualE1000"}"#, ["<model type='e1000'/>"]),
    (#""virt_type":"qemu""#, ["<model type='virtio'/>", "<driver name='qemu'/>"]),
    (
      #""conf":{"rx_queue_size":512}"#,
      ["<model type='virtio'/>", "<driver name='vhost' rx_queue_size='512'/>"]
    ),
    (#""conf":{"tx_queue_size":512}"#, ["<model type='virtio'/>"]),
    (
      #""extra_specs":{"hw:virtio_packed_ring":"on"}"#,
      ["<model type='virtio'/>", "<driver packed='on'/>"]
    ),
    (
      #""vcpus":4,"virt_type":"qemu",\#(multiqueue)"#,
      ["<model type='virtio'/>", "<driver name='qemu'/>"]
    ),
    (#""vcpus":1,\#(multiqueue)"#, ["<model type='virtio'/>"]),
  ])
  func `model and driver are nova's`(options: String, expected: [String]) throws {
    #expect(try Self.device(options) == expected)
  }

  @Test(arguments: [
    ("2.6.32", "", nil), ("3.10.0", "", 8), ("4.18.0", "", 256), ("5.14.0", "", 300),
    ("6.1.0-18-amd64", #","conf":{"max_queues":2}"#, 2),
  ])
  func `queues are as many as the kernel bears`(
    kernel: String,
    further: String,
    queues: Int?
  ) throws {
    let options = #""vcpus":300,"kernel":"\#(kernel)"\#(further),\#(Self.multiqueue)"#
    let driver = queues.map { "<driver name='vhost' queues='\($0)'/>" } ?? "<driver name='vhost'/>"
    #expect(try Self.device(options).last == driver)
  }

  @Test(arguments: [
    (
      #""extra_specs":{"hw:virtio_packed_ring":"on"},"image_properties":{"hw_virtio_packed_ring":false}"#,
      "nova.flavor-image-conflict /options/extra_specs/hw:virtio_packed_ring"
    ),
    (
      #""vcpus":2,\#(multiqueue),"image_properties":{"hw_vif_multiqueue_enabled":"no"}"#,
      "nova.flavor-image-conflict /options/extra_specs/hw:vif_multiqueue_enabled"
    ),
    (
      #""image_properties":{"hw_vif_model":"lan9118"}"#,
      "nova.model-unsupported /options/image_properties/hw_vif_model"
    ),
    (
      #""image_properties":{"hw_vif_model":"e100"}"#,
      "nova.model-unknown /options/image_properties/hw_vif_model"
    ),
    (
      #""extra_specs":{"quota:vif_inbound_average":"1 MB"}"#,
      "value.not-a-number /options/extra_specs/quota:vif_inbound_average"
    ),
    (
      #""extra_specs":{"quota:vif_inbound_average":"9","quota:vif_inbound_burst":"4194304"}"#,
      "value.out-of-range /options/extra_specs/quota:vif_inbound_burst"
    ),
    (#""conf":{"rx_queue_size":500}"#, "value.out-of-range /options/conf/rx_queue_size"),
    (#""kernel":"new""#, "nova.kernel /options/kernel"),
    (#""virt_type":"xen""#, "value.not-allowed /options/virt_type"),
    (#""vcpus":0"#, "value.out-of-range /options/vcpus"),
    (
      #""image_properties":{"hw_vif_model":"e1000"},"extra_specs":{"hw:virtio_packed_ring":"1"}"#,
      "driver.model /options/virt_type"
    ),
  ])
  func `what cannot be is told with its place`(options: String, fault: String) {
    #expect(Sample.fault(Sample.item(Sample.record("ovs"), options)) == fault)
  }

  @Test func `limits need an average, and the last of a kind counts`() throws {
    let options = #"""
      "extra_specs":{"quota:vif_inbound_average":"1","quota:vif_outbound_peak":"5",
      "quota:vif_inbound_average:x":"2","quota:vif_inbound_burst":"3"}
      """#
    let xml = try Sample.xml(Sample.item(Sample.record("ovs"), options))
    #expect(xml.contains("<inbound average='2' burst='3'/>"))
    #expect(!xml.contains("outbound"))
  }

  @Test func `limits that do not count are told of`() throws {
    var warnings: [Diagnostic] = []
    let item = Sample.item(
      Sample.record("vhostuser", Sample.details()),
      #""extra_specs":{"quota:vif_inbound_average":"1"}"#
    )
    #expect(try !Sample.xml(item, &warnings).contains("bandwidth"))
    #expect(warnings.map(\.code).contains(.novaBandwidthLeftOut))
  }

  @Test func `a vhost-user NIC has its sizes, and vDPA too`() throws {
    let conf = #""conf":{"rx_queue_size":256,"tx_queue_size":1024}"#
    let socket = Sample.item(Sample.record("vhostuser", Sample.details()), conf)
    #expect(try Sample.xml(socket).contains("rx_queue_size='256' tx_queue_size='1024'"))
    let vdpa = Sample.item(
      Sample.record("ovs", #""vnic_type":"vdpa""#),
      conf + #","vdpa_path":{"0000:0a:00.1":"/dev/vhost-vdpa-0"}"#
    )
    let xml = try Sample.xml(vdpa)
    #expect(xml.contains("<source dev='/dev/vhost-vdpa-0'/>"))
    #expect(xml.contains("rx_queue_size='256' tx_queue_size='1024'"))
  }

  @Test func `an item's options go before the defaults, key by key`() throws {
    let defaults = try NovaGuest(json: #"{"vcpus":4,"virt_type":"qemu"}"#)
    let guest = try NovaGuest(json: #"{"virt_type":"kvm"}"#, defaults: defaults)
    #expect(guest.vcpus == 4)
    #expect(guest.virtType == .kvm)
  }
}
