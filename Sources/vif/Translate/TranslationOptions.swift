import ArgumentParser
import Diagnostics
import FileAccess
import JSONText
import VIFTranslator

/// What every command that translates is told besides the VIFs.
struct TranslationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Guest settings (a JSON object) for every item; each key of an item's own replaces one.",
      valueName: "file"
    )
  )
  var guest: String?

  @Option(
    help: ArgumentHelp(
      "Where the devices of PCI functions are looked up that an item does not name.",
      valueName: "folder"
    )
  )
  var sysfs = "/sys"

  /// What was asked for.
  var settings: TranslationSettings { TranslationSettings(guest: guest, sysfs: sysfs) }
}

/// What holds for all items that are translated.
struct TranslationSettings {
  /// The file with guest settings.
  var guest: String?
  /// Where devices are looked up.
  var sysfs: String

  /// The host whose devices are looked up.
  var host: SysfsHostDevices { SysfsHostDevices(root: sysfs) }

  /// The settings of the file, or none.
  ///
  /// - Throws: ``ExitStatus/usage``, after having said what is wrong.
  func guestSettings() throws(ExitStatus) -> GuestSettings {
    guard let guest else { return GuestSettings() }
    var text = ""
    do throws(Diagnostic) {
      text = try Files.readText(guest)
      return try GuestSettings(json: text)
    } catch {
      let line = error.details.offset.map { offset in
        text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
      }
      StandardError.write("error", error, at: line.map { "\(guest):\($0)" })
      throw .usage
    }
  }
}

extension TranslationSettings: PlainArgumentsReading {
  init(plain arguments: inout PlainArguments) throws {
    guest = try arguments.value("--guest")
    sysfs = try arguments.value("--sysfs") ?? "/sys"
  }
}
