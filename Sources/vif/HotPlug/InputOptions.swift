import ArgumentParser
import NovaImport
import VIFTranslator

/// What the files of the commands that change guests hold, and what they are told besides.
struct InputOptions: ParsableArguments {
  /// What an item is.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    /// An os-vif primitive, bare or with guest settings.
    case vif
    /// An element of nova's `network_info`.
    case nova
    /// A Neutron port.
    case neutron
    /// An element of libvirt's own.
    case xml
  }

  @Option(
    help: """
      What the items are: os-vif primitives, records of nova's network_info or Neutron ports as 'vif \
      import' reads them, or libvirt's own <interface> and <hostdev> elements, as virsh takes them. \
      Without it a file NAME.xml holds elements, and any other os-vif primitives.
      """
  )
  var from: Form?

  @OptionGroup var translation: TranslationOptions

  @OptionGroup var records: ImportOptions

  func validate() throws {
    switch from {
    case .nova, .neutron:
      if translation.guest != nil {
        throw ValidationError("--guest is for os-vif primitives; --instance is nova's guest side")
      }
    case .vif, .xml, nil:
      if records.instance != nil || records.network != nil {
        throw ValidationError("--instance and --network are for --from nova and --from neutron")
      }
    }
  }

  /// What a file holds.
  func form(of file: String) -> Form { from ?? (file.hasSuffix(".xml") ? .xml : .vif) }

  /// What makes devices of the items.
  ///
  /// - Throws: ``ExitStatus/usage`` for an option's file that cannot be read.
  func deviceSource() throws(ExitStatus) -> DeviceSource {
    switch from {
    case .nova: try imported(.nova)
    case .neutron: try imported(.neutron)
    case .vif, .xml, nil:
      DeviceSource(
        form: .primitives(try translation.settings.guestSettings()),
        host: translation.settings.host
      )
    }
  }

  private func imported(_ form: ImportRecord.Form) throws(ExitStatus) -> DeviceSource {
    let plan = ImportPlan(
      form: form,
      guest: try records.sources.guest(),
      networks: try records.sources.networks(),
      host: translation.settings.host,
      givesAlias: true
    )
    return DeviceSource(form: .records(plan), host: translation.settings.host)
  }
}
