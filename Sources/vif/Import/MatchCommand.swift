import ArgumentParser
import Diagnostics
import DomainXML
import JSONText
import VIFTranslator

/// `vif match`: which device of a domain is a VIF's.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Tells which interface of a domain is a VIF's.",
    discussion: """
      The domain's XML is what 'virsh dumpxml' prints, or a file of devices alone; the VIF is one \
      item as 'vif import' reads it. Type, MAC address, source and target must agree, MAC and PCI \
      addresses as numbers, and targets that libvirt makes up do not count. The exit status is 0 \
      when there is one such device, and 3 when there is none or when there are several.
      """
  )

  /// How the answer is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var options: ImportOptions

  @Option(help: "Which records are read; without it, any.")
  var from: RecordSource?

  @Option(help: "Text, or one object of JSON.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Where the devices of PCI functions are looked up that the item does not name.",
      valueName: "folder"
    )
  )
  var sysfs = "/sys"

  @Argument(help: ArgumentHelp("The domain; '-' is the standard input.", valueName: "domain.xml"))
  var domain: String

  @Argument(help: ArgumentHelp("The VIF; '-' is the standard input.", valueName: "vif"))
  var vif: String

  func validate() throws {
    if domain == "-", vif == "-" {
      throw ValidationError("only one of the two can be the standard input")
    }
  }

  func run() throws {
    let document = try vifDocument()
    let devices = try domainDevices()
    let index: Int
    do throws(Diagnostic) {
      index = try DeviceMatch(document: document).index(among: devices)
    } catch {
      if format == .json { try StandardOutput.write("{\"error\":\(error.json())}\n") }
      StandardError.write("error", error, at: domain)
      throw ExitStatus.notFound
    }
    let device = devices[index]
    switch format {
    case .text: try StandardOutput.write("index:\(index + 1) \(device.summary)\n")
    case .json:
      try StandardOutput.write("{\"index\":\(index + 1),\"interface\":\(device.json)}\n")
    }
  }

  /// The document that the VIF becomes.
  private func vifDocument() throws -> String {
    let plan = ImportPlan(
      form: from?.form,
      guest: try options.sources.guest(),
      networks: try options.sources.networks(),
      host: SysfsHostDevices(root: sysfs)
    )
    var documents: [String] = []
    var items = ImportRun(plan)
    var run = ItemRun(files: [vif])
    try run.each { stream in
      try items.next(in: &stream)
    } write: { item, _ in
      if case .success(let xml?) = item.document { documents.append(xml) }
      return item.failure != nil
    }
    try run.finish()
    return documents.joined(separator: "\n")
  }

  private func domainDevices() throws(ExitStatus) -> [AttachedInterface] {
    do throws(Diagnostic) {
      let text = try DocumentRun.text(of: domain)
      do throws(Diagnostic) {
        return try DomainDocument(parsing: text).devices
      } catch  where error.code == .domainMalformed {
        return try WrittenDevice.list(parsing: text).map(\.device)
      }
    } catch {
      StandardError.write("error", error, at: domain)
      throw .usage
    }
  }
}
