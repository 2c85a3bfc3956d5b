import ArgumentParser
import Diagnostics
import FileAccess
import JSONText
import VIFTranslator

/// What every command that translates is told besides the VIFs.
struct TranslationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Guest settings (a JSON object) for every item; an item's own go before.",
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

  /// The host whose devices are looked up.
  var host: SysfsHostDevices { SysfsHostDevices(root: sysfs) }

  /// The settings of the file, or none.
  ///
  /// - Throws: ``ExitStatus/usage``, after having said what is wrong.
  func guestSettings() throws(ExitStatus) -> GuestSettings {
    guard let guest else { return GuestSettings() }
    do throws(Diagnostic) {
      return try GuestSettings(json: Files.readText(guest))
    } catch {
      StandardError.write("error", error, at: error.details.offset == nil ? nil : guest)
      throw .usage
    }
  }
}
