import ArgumentParser
import Diagnostics
import FileAccess
import LibvirtAttach

/// Which domains a plan is for, and what they are to have.
struct TargetOptions: ParsableArguments {
  @Argument(help: "The domain's name, UUID or id.")
  var domain: String?

  @Argument(
    help: """
      The file with all items that the domain is to have; - is standard input, and [] in it is none \
      at all.
      """
  )
  var file: String?

  @Option(
    help: ArgumentHelp(
      "A folder with a file for each domain, DOMAIN.json, DOMAIN.jsonl or DOMAIN.xml.",
      valueName: "folder"
    )
  )
  var folder: String?

  @Option(
    help: ArgumentHelp(
      """
      A file with a line of JSON for each domain: {"uri": URI, "domain": NAME, "vifs": [ITEM, …]}; \
      without "uri", --connect counts. "guest" has its settings, or with --from nova or neutron its \
      "options"; an item may also be a text of libvirt's XML.
      """,
      valueName: "file"
    )
  )
  var inventory: String?

  @Flag(
    help: """
      Also take off, or replace, interfaces that are none of a VIF's: those whose alias does not begin \
      with ua-vif-. Host devices of others, as a disk controller, stay.
      """
  )
  var foreign = false

  @Flag(help: "Do not look for bridges, devices and sockets on the host.")
  var noHostCheck = false

  @Option(
    help: ArgumentHelp("How many domains of a host are worked on at once.", valueName: "number")
  )
  var jobs = 4

  @Option(help: ArgumentHelp("How many hosts are worked on at once.", valueName: "number"))
  var hosts = 32

  func validate() throws {
    let ways = [domain != nil, folder != nil, inventory != nil].count(where: \.self)
    guard ways == 1, (domain == nil) == (file == nil) else {
      throw ValidationError("a plan is for DOMAIN and FILE, for --folder or for --inventory")
    }
    guard (1...256).contains(jobs), (1...256).contains(hosts) else {
      throw ValidationError("--jobs and --hosts take numbers from 1 to 256")
    }
  }

  /// Whether a summary is of use.
  var isOfMany: Bool { domain == nil }

  /// Which devices may go.
  var ownership: Ownership { foreign ? .all : .vifs }

  /// The domains; of what cannot be read, the faults are told.
  ///
  /// - Throws: ``ExitStatus/usage`` for a folder or an inventory that cannot be read.
  func targets(
    _ input: InputOptions,
    _ format: FormatOption.Format
  ) throws -> PlanTargets {
    let source = try input.deviceSource()
    if let domain, let file {
      let documents = try AttachInput(file, input, source, format).documents
      return PlanTargets(known: [PlanTarget(domain: domain, origin: file, documents: documents)])
    }
    if let folder { return PlanTargets(known: try targets(in: folder, input, source, format)) }
    return try Inventory(inventory ?? "-", source, format).read()
  }

  private func targets(
    in folder: String,
    _ input: InputOptions,
    _ source: DeviceSource,
    _ format: FormatOption.Format
  ) throws -> [PlanTarget] {
    guard let names = Files.entries(of: folder) else {
      StandardError.write("error: '\(folder)' is no folder that can be read")
      throw ExitStatus.usage
    }
    var targets: [PlanTarget] = []
    for name in names.sorted() {
      guard let dot = name.lastIndex(of: "."),
        ["json", "jsonl", "xml"].contains(name[dot...].dropFirst())
      else { continue }
      let file = "\(folder)/\(name)"
      let documents: [String]?
      do {
        documents = try AttachInput(file, input, source, format).documents
      } catch is ExitStatus {
        documents = nil
      }
      let domain = String(name[..<dot])
      targets.append(PlanTarget(domain: domain, origin: file, documents: documents))
    }
    return targets
  }
}
