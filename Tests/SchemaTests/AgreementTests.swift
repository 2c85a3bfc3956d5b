import Diagnostics
import JSONText
import NovaImport
import Testing
import VIFSamples
import VIFTranslator

/// The readers and the schemas, asked about the same documents: one takes what the other takes.
@Suite(.enabled(SchemaValidator.requirement) { await SchemaValidator.found != nil })
struct AgreementTests {
  /// Settings in all of their forms; the mutants of these reach every bound.
  private static let settings = [
    #"{"model":"virtio","mtu":1500,"boot":1,"alias":"ua-nic","acpi":{"index":7},"managed":true}"#,
    #"{"model":{"type":"e1000"},"mtu":{"size":68},"boot":{"order":2},"alias":{"name":"ua-1"}}"#,
    #"{"driver":{"name":"vhost","txmode":"timer","queues":4,"rx_queue_size":512,"rss":"on"}}"#,
    #"{"driver":{"tx_queue_size":256,"event_idx":true,"host":{"mrg_rxbuf":"off","gso":true}}}"#,
    #"{"driver":{"iommu":"on","ats":false,"packed":true,"page_per_vq":"off","guest":{"ufo":true}}}"#,
    #"{"bandwidth":{"inbound":{"average":1,"peak":2,"burst":3},"outbound":{"average":4}}}"#,
    #"{"bandwidth":{"inbound":{"average":1,"floor":null}}}"#,
    #"{"vlan":{"trunk":true,"tags":[{"id":7,"nativeMode":"tagged"},{"id":4095}]}}"#,
    #"{"vlan":{"trunk":"no","tags":[{"id":7,"nativeMode":null}]}}"#,
    #"{"vlan":{"tags":[{"id":7,"nativeMode":"tagged"},{"id":8,"nativeMode":"untagged"}]}}"#,
    #"{"filterref":{"filter":"clean-traffic","parameters":[{"name":"IP","value":"10.0.0.7"}]}}"#,
    #"{"link":"down","port":true,"tune":{"sndbuf":0},"coalesce":{"rx":{"frames":{"max":7}}}}"#,
    #"{"link":{"state":"up"},"port":{"isolated":"no"},"tune":1600,"coalesce":{"rx":7}}"#,
    #"{"address":{"type":"pci","domain":0,"bus":"0x1f","slot":7,"function":"7"}}"#,
    #"{"address":{"bus":0,"slot":"0x1","multifunction":"on"},"vdpa":false,"tapManaged":"yes"}"#,
    #"{"address":"0000:00:1f.7","rom":{"enabled":true,"bar":"off","file":"/rom"}}"#,
    #"{"address":"0000:00:00.7","rom":{"enabled":"no"}}"#,
    #"{"rom":{"enabled":false,"bar":true},"reconnect":{"enabled":"no","timeout":7}}"#,
    #"{"backend":{"tap":"/dev/net/tun","vhost":"/dev/vhost-net"},"reconnect":{"timeout":7}}"#,
    #"{"teaming":{"type":"transient","persistent":"ua-1"},"trustGuestRxFilters":"no"}"#,
    #"{"teaming":{"type":"persistent"},"reconnect":{"enabled":true,"timeout":4294967295}}"#,
  ]

  @Test func `guest settings`() async throws {
    try await expectAgreement(on: Self.settings, depth: 9, schema: GuestSettings.jsonSchema) {
      text in
      _ = try GuestSettings(json: text)
    }
  }

  @Test func `objects of every class`() async throws {
    // The objects inside have their own turn.
    for declaration in OSVIFObject.declarations {
      try await expectAgreement(
        on: [declaration.fullPrimitive],
        depth: 3,
        schema: declaration.jsonSchema
      ) { text in
        var warnings: [Diagnostic] = []
        let read = try OSVIFObject(json: text, warnings: &warnings)
        if read.className != declaration.name { throw Diagnostic(.objectClassUnexpected, "") }
      }
    }
  }

  /// Records in all of their forms.
  private static let records = [
    """
    {"id":"07bd6cea-fb37-4594-b769-90fc51854ee9","address":"fa:16:3e:00:00:01","type":"ovs",\
    "devname":"tap0","delegate_create":true,"preserve_on_delete":false,"active":null,\
    "vnic_type":"normal","ovs_interfaceid":"","profile":{"pci_slot":"0000:0a:00.1"},\
    "qbg_params":{"managerid":"7"},"details":{"port_filter":true,"vlan":7,"bridge_name":"b",\
    "vhostuser_mode":"client","macvtap_mode":"vepa","datapath_type":"netdev"},\
    "network":{"id":"b82c1929-051e-481d-8110-4669916c7915","bridge":"br-int","label":"l",\
    "meta":{"mtu":1442,"vlan":"7","multi_host":false,"bridge_interface":"eth0"},\
    "subnets":[{"cidr":"10.0.0.0/8","dns":[{"address":"10.0.0.1"}],"gateway":{"address":null},\
    "ips":[{"address":"10.0.0.7","floating_ips":[{"address":"1.2.3.4"}]}],\
    "routes":[{"cidr":"0.0.0.0/0","gateway":{"address":"10.0.0.1"},"interface":null}]}]}}
    """,
    """
    {"id":"07bd6cea-fb37-4594-b769-90fc51854ee9","mac_address":"fa:16:3e:00:00:01",\
    "network_id":"b82c1929-051e-481d-8110-4669916c7915","binding:vif_type":"hw_veb",\
    "binding:vnic_type":"direct","binding:vif_details":{"vlan":0},"status":"ACTIVE",\
    "binding:profile":{"pci_slot":"x"},"admin_state_up":"UP",\
    "fixed_ips":[{"subnet_id":"s","ip_address":"::1"}]}
    """,
    """
    {"binding_vif_type":"ovs","binding_vnic_type":"normal","binding_vif_details":{},\
    "binding_profile":{},"admin_state_up":true}
    """,
    #"{"id":7,"vif":{"type":"tap"},"options":{"virt_type":"kvm","vnic_type":"normal","vcpus":4}}"#,
    #"{"port":{"mac_address":"fa:16:3e:00:00:01"},"network":{"mtu":"1442","name":"n","id":null}}"#,
    #"{"vif":{"type":"tap"},"options":{"extra_specs":{"hw:a":"true","b":7},"kernel":"6.1.0"}}"#,
    #"{"vif":{"type":"tap"},"options":{"conf":{"rx_queue_size":512,"max_queues":8},"flavor_name":"m"}}"#,
    #"{"vif":{"type":"tap"},"options":{"image_properties":{"a":"b"},"ifname_by_pci":{"x":"eth0"}}}"#,
    #"{"ports":[{"mac_address":"fa:16:3e:00:00:01"},{"type":"tap"}]}"#,
  ]

  @Test func `records of OpenStack's`() async throws {
    try await expectAgreement(on: Self.records, depth: 9, schema: ImportRequest.jsonSchema) {
      text in
      try JSONReader.read(text) { reader throws(Diagnostic) in
        var id: String?
        for element in try ImportList(reading: &reader, id: &id).elements {
          _ = try element.request.get()
        }
      }
    }
  }

  @Test func addresses() async throws {
    let texts = [
      "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::8",
      "::1.2.3.4",
      "1:2:3:4:5:6:1.2.3.4", "fe80::ABCD", "0.0.0.0", "255.255.255.255", "10.0.0.7",
      "", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "1::2::3",
      "::12345",
      "1:2:3:4:5:6:7:1.2.3.4", "256.0.0.1", "01.2.3.4", "1.2.3", "1.2.3.4.5", "fe80::1%eth0",
      " ::1",
      "10.0.0.0/8", "::g",
    ]
    try await expectAgreement(in: "FixedIP", "address", texts) { _ = try IPAddress($0) }
  }

  @Test func networks() async throws {
    let texts = [
      "10.0.0.0/8", "10.0.0.7/32", "10.0.0.0/08", "10.0.0.0/255.0.0.0", "10.0.0.0/0.255.255.255",
      "10.0.0.0/255.255.254.0", "10.0.0.0/0.0.1.255", "10.0.0.0/0.0.0.0", "1.2.3.4", "::/0", "::1",
      "fe80::/128", "fe80::/007", "10.0.0.0/33", "10.0.0.0/255.0.255.0", "10.0.0.0/1.255.255.255",
      "10.0.0.0/0.1.0.255", "10/8", "10.0.0.0/", "::/129", "::/255.0.0.0", "/8", "10.0.0.0/8/8",
      "10.0.0.0/253.0.0.0",
    ]
    try await expectAgreement(in: "Route", "cidr", texts) { _ = try IPNetwork($0) }
  }

  private func expectAgreement(
    in className: String,
    _ field: String,
    _ texts: [String],
    read: (String) throws -> Void
  ) async throws {
    let declaration = try #require(OSVIFObject.declarations.first { $0.name == className })
    let validator = try #require(await SchemaValidator.found)
    let primitives = texts.map { declaration.primitive(data: "\"\(field)\":\"\($0)\"") }
    let faults = try await validator.faults(of: primitives, against: declaration.jsonSchema)
    try #require(faults.count == texts.count)
    for (text, fault) in zip(texts, faults) {
      #expect((fault == nil) == ((try? read(text)) != nil), "\(text): \(fault ?? "valid")")
    }
  }

  private func expectAgreement(
    on documents: [String],
    depth: Int,
    schema: String,
    read: (String) throws -> Void
  ) async throws {
    let validator = try #require(await SchemaValidator.found)
    let mutants = try await validator.mutants(of: documents, depth: depth)
    let faults = try await validator.faults(of: mutants, against: schema)
    try #require(faults.count == mutants.count)
    var counts = (taken: 0, refused: 0)
    for (mutant, fault) in zip(mutants, faults) {
      do {
        try read(mutant)
        counts.taken += 1
        #expect(fault == nil, "read, but not valid: \(mutant)")
      } catch {
        counts.refused += 1
        if (error as? Diagnostic)?.code == .vlanRepeated { continue }
        #expect(fault != nil, "valid, but not read: \(mutant) \(error)")
      }
    }
    #expect(counts.taken > 0 && counts.refused > 10)
  }
}
