import Addresses
import Dispatch
import DomainXML
import Glibc
import InterfaceXML
import Testing
import ToolRun

@testable import LibvirtAttach

@Suite struct HostFunctionTests {
  private static func view(_ functions: String?) -> HostView {
    HostView(hasSameDevices: true, hasSameFiles: true, functions: functions)
  }

  @Test func `sees a function on its own machine, and nothing where there is no list`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("pci/0000:0a:00.1")
    try folder.makeFolder("empty")
    let here = try PCIAddress("0000:0a:00.1")
    let gone = try PCIAddress("0000:0a:00.2")
    #expect(Self.view(folder("pci")).hasFunction(here) == true)
    #expect(Self.view(folder("pci")).hasFunction(gone) == false)
    for path in [folder("empty"), folder("none"), nil] {
      #expect(Self.view(path).hasFunction(gone) == nil)
    }
  }

  @Test func `sees nothing of a host behind a process that is none of libvirt's`() throws {
    let folder = try TemporaryFolder()
    guard let socket = UnixSocket(), socket.listen(at: folder("sock")) else {
      Issue.record("nobody can listen in the folder")
      return
    }
    let view = HostView(uri: "qemu+unix:///system?socket=\(folder("sock"))")
    #expect(view == HostView(hasSameDevices: false, hasSameFiles: false, functions: nil))
  }

  @Test(arguments: [
    (1, "systemd", "", true), (1, "init", "", true), (1, "socat", "/usr/bin/socat", false),
    (7, "libvirtd", "/usr/sbin/libvirtd", true), (7, "virtqemud", "", true),
    (7, ".libvirtd-wrapp", "/nix/store/x-libvirt/bin/.libvirtd-wrapped", true),
    (7, "rpc-worker", "/usr/sbin/virtqemud", true), (7, "systemd", "/usr/lib/systemd", false),
    (7, "ssh", "/usr/bin/ssh", false), (7, "x", "/opt/virt/bin/x", false),
  ])
  func `knows libvirt's daemon by its name and its file`(
    process: pid_t,
    name: String,
    file: String,
    isDaemon: Bool
  ) throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("\(process)")
    try folder.write("\(name)\n", to: "\(process)/comm")
    if !file.isEmpty {
      let made = unsafe symlink(file, folder("\(process)/exe"))
      try #require(made == 0)
    }
    #expect(HostView.isDaemon(process, in: folder.path) == isDaemon)
    #expect(!HostView.isDaemon(process + 1, in: folder.path))
  }

  @Test(arguments: [
    (
      "<interface type='hostdev'><source><address type='pci' domain='0' bus='10' slot='0' function='1'/></source></interface>",
      "0000:0a:00.1"
    ),
    (
      "<hostdev mode='subsystem' type='pci'><source><address domain='0x1' bus='0x0a' slot='0x1f' function='7'/></source></hostdev>",
      "0001:0a:1f.7"
    ),
    (
      "<interface type='hostdev'><source><address type='usb' bus='1' device='2'/></source></interface>",
      nil
    ),
    (
      "<interface type='bridge'><source bridge='br0'/><address type='pci' domain='0' bus='1' slot='0' function='0'/></interface>",
      nil
    ),
  ])
  func `knows which function a device hands through`(xml: String, function: String?) throws {
    let device = AttachedInterface(try XMLDocument(parsing: xml).root)
    #expect(device.hostFunction?.description == function)
  }
}

#if Libvirt
  /// A host that libvirt alone sees: the mock driver with devices of a node of its own.
  @Suite struct NodeDeviceTests {
    private static func plan(_ function: Int, onNodeWith devices: String) async throws -> Command {
      let folder = try TemporaryFolder()
      let node = try folder.write(
        """
        <node><domain type='test'><name>d</name><memory>65536</memory><os><type>hvm</type></os>\
        </domain>\(devices)</node>
        """,
        to: "node.xml"
      )
      let path = try folder.write(
        """
        <interface type='hostdev'><mac address='52:54:00:00:00:07'/><source><address type='pci' \
        domain='0' bus='10' slot='0' function='\(function)'/></source></interface>
        """,
        to: "nic.xml"
      )
      return try await tool("plan", "-c", "test://\(node)", "d", path)
    }

    private static let function = """
      <device><name>pci_0000_0a_00_1</name><parent>computer</parent><capability type='pci'>\
      <domain>0</domain><bus>10</bus><slot>0</slot><function>1</function><product id='0x1572'>X</product>\
      <vendor id='0x8086'>Intel</vendor></capability></device>
      """

    @Test func `refuses a function that libvirt does not list`() async throws {
      let run = try await Self.plan(2, onNodeWith: Self.function)
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("d: attach hostdev 0000:0a:00.2 "))
      #expect(
        run.errors.contains("there is no PCI function 0000:0a:00.2 on the host; look at lspci")
      )
      #expect(run.errors.hasSuffix("[host.function-missing]\n"))
      #expect(try await Self.plan(1, onNodeWith: Self.function).errors == "")
    }

    @Test func `refuses nothing where libvirt lists no functions`() async throws {
      #expect(try await Self.plan(2, onNodeWith: "").errors == "")
    }

    @Test func `refuses nothing where libvirt does not answer, and does not ask again`()
      async throws
    {
      let folder = try TemporaryFolder()
      let node = try folder.write(
        "<node><domain type='test'><name>d</name><memory>65536</memory><os><type>hvm</type></os>"
          + "</domain>\(Self.function)</node>",
        to: "node.xml"
      )
      let connection = try await Connection("test://\(node)")
      let here = try PCIAddress("0000:0a:00.1")
      let gone = try PCIAddress("0000:0a:00.2")
      let second = Duration.seconds(1)
      #expect(await connection.missing(of: [here, gone], within: second) == [gone])
      #expect(await connection.missing(of: [gone], within: .zero) == [])
      #expect(connection.answersOfFunctions)
      let end = DispatchSemaphore(value: 0)
      let (beginnings, beginning) = AsyncStream.makeStream(of: Void.self)
      async let hanging = connection.lane.run("hangs", within: .seconds(60)) {
        beginning.yield()
        end.wait()
      }
      for await _ in beginnings { break }
      #expect(await connection.missing(of: [gone], within: .seconds(60)) == [])
      end.signal()
      try await hanging
      #expect(await connection.missing(of: [gone], within: second) == [])
    }
  }
#endif
