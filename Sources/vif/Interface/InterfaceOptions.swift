import ArgumentParser
import Diagnostics
import InterfaceXML

/// What the commands that read interfaces are told besides them.
struct InterfaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The version of libvirt whose rules hold, from \(LibvirtVersion.oldest) on.",
      valueName: "version"
    ),
    transform: { text in
      do {
        return try LibvirtVersion(text)
      } catch let error as Diagnostic {
        throw ValidationError(error.message)
      }
    }
  )
  var libvirt = LibvirtVersion.newest

  /// Says that the rules of the version are those of an older one, if they are.
  func warnOfNewerVersion() {
    guard libvirt > .newest else { return }
    StandardError.write(
      "warning",
      Diagnostic(
        .libvirtVersionNewer,
        "the rules that are known end at libvirt \(LibvirtVersion.newest); \(libvirt) may differ",
        value: "\(libvirt)"
      )
    )
  }
}

extension Diagnostic.Code {
  /// A version of libvirt that is newer than all whose rules are known.
  static let libvirtVersionNewer = Diagnostic.Code(rawValue: "libvirt-version.newer")
}
