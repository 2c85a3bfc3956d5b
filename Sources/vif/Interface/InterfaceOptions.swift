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
