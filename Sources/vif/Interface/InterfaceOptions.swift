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
}

extension LibvirtVersion {
  /// The version that plain arguments name, or the newest.
  init(plain arguments: inout PlainArguments) throws {
    self = try arguments.value("--libvirt") { text in try LibvirtVersion(text) } ?? .newest
  }

  /// Says that the rules of the version are those of an older one, if they are.
  func warnIfNewer() {
    guard self > .newest else { return }
    StandardError.write(
      "warning",
      Diagnostic(
        .libvirtVersionNewer,
        "the rules that are known end at libvirt \(LibvirtVersion.newest); \(self) may differ",
        value: "\(self)"
      )
    )
  }
}

extension Diagnostic.Code {
  /// A version of libvirt that is newer than all whose rules are known.
  static let libvirtVersionNewer = Diagnostic.Code(rawValue: "libvirt-version.newer")
}
