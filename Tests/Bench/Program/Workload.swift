import Diagnostics
import FileAccess
import InterfaceXML
import JSONText
import VIFModel
import VIFTranslator

/// The inputs of a folder, in memory, and what the product makes of each.
struct Workload {
  private let lines: [[UInt8]]
  private let documents: [String]
  private let fields: [[String]]
  private let vifs: [VIF]
  private let interfaces: [Interface]
  private let guest: GuestSettings
  private let host = SysfsHostDevices()
  /// What is known of the lines that were read before.
  private var frames = JSONFrames()

  private static let libvirt = LibvirtVersion.newest

  /// Reads `vifs.jsonl`, `documents.xml`, `fields.tsv` and `guest.json`.
  init(folder: String) throws(Diagnostic) {
    let lines = try Self.lines(of: "\(folder)/vifs.jsonl").map { Array($0) }
    let guest = try GuestSettings(json: Files.readText("\(folder)/guest.json"))
    fields = try Self.lines(of: "\(folder)/fields.tsv").map { line in
      line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
    }
    let end = Array("</interface>\n".utf8)
    var rest = try Files.readText("\(folder)/documents.xml", limit: 1 << 30)[...]
    var documents: [String] = []
    while let length = rest.utf8.firstRange(of: end)?.upperBound {
      documents.append(String(rest[..<length]))
      rest = rest[length...]
    }
    guard lines.count == documents.count, lines.count == fields.count else {
      throw Diagnostic(.workloadUneven, "the files of '\(folder)' are of different ports")
    }
    var frames = JSONFrames()
    var vifs: [VIF] = []
    var interfaces: [Interface] = []
    for line in lines {
      let vif = try Self.vif(line, &frames)
      vifs.append(vif)
      interfaces.append(try Self.interface(Translation(of: vif, guest: guest, host: host)))
    }
    self.lines = lines
    self.documents = documents
    self.guest = guest
    self.vifs = vifs
    self.interfaces = interfaces
  }

  private static func lines(of path: String) throws(Diagnostic) -> [ArraySlice<UInt8>] {
    try Files.read(path, limit: 1 << 30).split(separator: UInt8(ascii: "\n"))
  }

  /// How many ports there are.
  var count: Int { lines.count }

  /// Does a stage's work on the port of a number, and says how long its answer is.
  mutating func run(_ stage: Stage, _ index: Int) throws(Diagnostic) -> Int {
    switch stage {
    case .decode: try Self.vif(lines[index], &frames).address == nil ? 0 : 1
    case .translate:
      try Translation(of: vifs[index], guest: guest, host: host).warnings.count
    case .parse: try Interface(xml: documents[index]).leftovers.count
    case .check: try Self.defined(documents[index]).findings.count
    case .write, .full, .build, .format: try document(stage, index).utf8.count
    }
  }

  /// The document that follows from a stage's answer for the port of a number.
  mutating func document(_ stage: Stage, _ index: Int) throws(Diagnostic) -> String {
    switch stage {
    case .decode: 
      try Translation(of: Self.vif(lines[index], &frames), guest: guest, host: host).xml()
    case .translate: try Translation(of: vifs[index], guest: guest, host: host).xml()
    case .write: try interfaces[index].xml()
    case .full: try whole(lines[index])
    case .build: try built(fields[index])
    case .parse: try Interface(xml: documents[index]).xml()
    case .check, .format: try Self.defined(documents[index]).xml(placeholders: false)
    }
  }

  private static func vif(
    _ line: [UInt8],
    _ frames: inout JSONFrames
  ) throws(Diagnostic) -> VIF {
    try JSONReader.withReader(over: line.span, knowing: &frames) { reader throws(Diagnostic) in
      try VIF.read(&reader)
    }
  }

  private static func interface(_ translation: Translation) throws(Diagnostic) -> Interface {
    guard case .interface(let interface) = translation.device else {
      throw Diagnostic(.workloadUneven, "a port is no interface")
    }
    return interface
  }

  /// What `vif xml` does with a line.
  private mutating func whole(_ line: [UInt8]) throws(Diagnostic) -> String {
    var id: String?
    let guest = guest
    let request = try JSONReader.withReader(over: line.span, knowing: &frames) {
      reader throws(Diagnostic) in
      try TranslationRequest(reading: &reader, defaults: guest, id: &id)
    }
    return try request.document(host: host).xml
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

extension Diagnostic.Code {
  /// Inputs that do not belong together.
  fileprivate static let workloadUneven = Self(rawValue: "workload.uneven")
}
