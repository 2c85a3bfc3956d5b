import ArgumentParser
import JSONText
import NovaImport

/// `vif import`: records of OpenStack's in, os-vif primitives or libvirt documents out.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes VIFs and libvirt XML of nova's network_info and of Neutron ports.",
    discussion: """
      Each item of the input is a VIF of network_info, a Neutron port (as its API has it, or as \
      'openstack port show -f json' prints it) or an os-vif primitive; or the API's {"ports": […]}; \
      or an object of "vif" (one \
      of these) or "port" (and "network"), and, if need be, "id" and "options": virt_type, \
      vnic_type, vcpus, extra_specs, image_properties, conf (rx_queue_size, tx_queue_size, \
      max_queues, use_virtio_for_bridges, virt_type), kernel, ifname_by_pci, vdpa_path. A file \
      holds one item, an array of items, or one item a line. With --format json there is a line \
      for each: {"id", "osvif", "xml", "warnings"}, or {"id", "error"} with "osvif" if only the \
      document could not be made.
      """
  )

  /// What is made of the records.
  enum Output: String, ExpressibleByArgument, CaseIterable {
    case vif, xml
  }

  /// How the answers are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var options: ImportOptions

  @Option(help: "Which records are read; without it, any.")
  var from: RecordSource?

  @Option(help: "os-vif primitives, or libvirt documents.")
  var to = Output.xml

  @Option(help: "The answers alone, or a line of JSON for each item.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Where the devices of PCI functions are looked up that an item does not name.",
      valueName: "folder"
    )
  )
  var sysfs = "/sys"

  @OptionGroup var jobs: JobsOption

  @Argument(
    help: ArgumentHelp("The input; '-' or nothing is the standard input.", valueName: "file")
  )
  var files: [String] = []

  func run() throws { try task.run() }

  /// What was asked for.
  var task: ImportTask {
    ImportTask(
      sources: options.sources,
      from: from,
      to: to,
      format: format,
      sysfs: sysfs,
      jobs: jobs.choice,
      files: files
    )
  }
}

/// What `vif import` does.
struct ImportTask {
  let sources: ImportSources
  let from: RecordSource?
  let to: ImportCommand.Output
  let format: ImportCommand.Format
  let sysfs: String
  let jobs: Jobs
  let files: [String]
}

extension ImportTask: PlainTask {
  init(plain arguments: inout PlainArguments) throws {
    sources = try ImportSources(plain: &arguments)
    from = try arguments.value("--from")
    to = try arguments.value("--to") ?? .xml
    format = try arguments.value("--format") ?? .text
    sysfs = try arguments.value("--sysfs") ?? "/sys"
    jobs = try Jobs(plain: &arguments)
    files = try arguments.operands()
  }

  func run() throws {
    let plan = ImportPlan(
      form: from?.form,
      guest: try sources.guest(),
      networks: try sources.networks(),
      host: SysfsHostDevices(root: sysfs),
      wantsDocuments: to == .xml
    )
    let format = format
    var run = ItemRun(files: files)
    try run.each(jobs: jobs.count) { stream, output throws(Diagnostic) in
      guard let items = try plan.nextItems(in: &stream) else { return false }
      for item in items {
        output.write(Self.answer(item, format))
        output.add(item, isTold: format == .text)
      }
      return true
    }
    try run.finish()
  }

  private static func answer(_ item: ImportedItem, _ format: ImportCommand.Format) -> String {
    switch (format, item.document) {
    case (.json, _): item.json + "\n"
    case (.text, .success(let xml?)): xml
    case (.text, .success(nil)): item.primitive.map { $0 + "\n" } ?? ""
    case (.text, .failure): ""
    }
  }
}

/// `--from`: which records are read.
enum RecordSource: String, ExpressibleByArgument, CaseIterable {
  case nova, neutron

  /// The records' form.
  var form: ImportRecord.Form {
    switch self {
    case .nova: .nova
    case .neutron: .neutron
    }
  }
}
