import Diagnostics
import FileAccess
import InterfaceXML
import JSONText
import VIFModel
import VIFTranslator

/// What the product makes of each port of a folder.
struct Workload: ~Copyable {
  private let inputs: Inputs
  /// What is known of the lines that were read before.
  private var frames = JSONFrames()
  /// The document that was written last.
  private var output = ByteBuffer()

  private static let libvirt = LibvirtVersion.newest

  /// Reads the inputs of a folder.
  init(_ inputs: Inputs) { self.inputs = inputs }

  /// How many ports there are.
  var count: Int { inputs.lines.count }

  /// Does a stage's work on the port of a number, and says how long its answer is.
  mutating func run(_ stage: Stage, _ index: Int) throws(Diagnostic) -> Int {
    switch stage {
    case .decode: try Inputs.vif(inputs.lines[index], &frames).address == nil ? 0 : 1
    case .translate:
      try Translation(of: inputs.vifs[index], guest: inputs.guest, host: inputs.host).warnings.count
    case .parse: try Interface(xml: inputs.documents[index]).leftovers.count
    case .check: try Self.defined(inputs.documents[index]).findings.count
    case .write: try write(inputs.interfaces[index])
    case .full: try translate(inputs.lines[index])
    case .build, .format: try document(stage, index).utf8.count
    }
  }

  /// The document that follows from a stage's answer for the port of a number.
  mutating func document(_ stage: Stage, _ index: Int) throws(Diagnostic) -> String {
    switch stage {
    case .decode:
      try Translation(
        of: Inputs.vif(inputs.lines[index], &frames),
        guest: inputs.guest,
        host: inputs.host
      ).xml()
    case .translate:
      try Translation(of: inputs.vifs[index], guest: inputs.guest, host: inputs.host).xml()
    case .write: try inputs.interfaces[index].xml()
    case .full: try translated(inputs.lines[index])
    case .build: try built(inputs.fields[index])
    case .parse: try Interface(xml: inputs.documents[index]).xml()
    case .check, .format: try Self.defined(inputs.documents[index]).xml(placeholders: false)
    }
  }

  /// Writes an interface where the one before stood, and says how long it is.
  private mutating func write(_ interface: Interface) throws(Diagnostic) -> Int {
    output.truncate(to: 0)
    try interface.write(to: &output)
    return output.count
  }

  private mutating func translated(_ line: [UInt8]) throws(Diagnostic) -> String {
    _ = try translate(line)
    return output.text
  }

  /// Does with a line what `vif xml` does.
  private mutating func translate(_ line: [UInt8]) throws(Diagnostic) -> Int {
    output.truncate(to: 0)
    let inputs = inputs
    var id: String?
    var output = ByteBuffer(capacity: 0)
    swap(&output, &self.output)
    defer { swap(&output, &self.output) }
    _ = try JSONReader.withReader(over: line.span, knowing: &frames) { reader throws(Diagnostic) in
      try TranslationRequest.translate(
        reading: &reader,
        defaults: inputs.guest,
        host: inputs.host,
        id: &id,
        to: &output
      )
    }
    return output.count
  }

  /// What a program does that has a port's fields and wants a document.
  private func built(_ fields: [String]) throws(Diagnostic) -> String {
    guard fields.count == 5, let mtu = Int64(fields[4]) else {
      throw Diagnostic(.workloadUneven, "a port has not five fields")
    }
    var interface = Interface(source: .bridge(BridgeSource(bridge: try DeviceName(fields[1]))))
    interface.mac = MAC(try MACAddress(fields[0]))
    interface.virtualPort = .openVSwitch(OpenVSwitchPort(interfaceID: try UUID(fields[2])))
    interface.target = Target(dev: try DeviceName(fields[3]))
    interface.model = .virtio
    var driver = Driver()
    driver.name = .vhost
    driver.queues = try QueueCount(4)
    interface.driver = driver
    interface.mtu = try MTU(size: mtu)
    _ = try interface.check()
    return try interface.xml()
  }

  private static func defined(_ text: String) throws(Diagnostic) -> DefinedInterface {
    try DefinedInterface(xml: text, libvirt: libvirt)
  }
}
