import Diagnostics

extension CodeExplanation {
  /// Of libvirt's schema itself.
  static let ofSchemaFiles = [
    CodeExplanation(
      .schemaMissing,
      """
      libvirt's schema is not where it was looked for. It is optional, and needed for 'vif check \
      --schema' only. Debian 12 has it in the package libvirt0, Debian 13 and newer in \
      libvirt-common; give another place with --schema-file.
      """
    ),
    CodeExplanation(
      .schemaUnsupported,
      """
      This libxml2 was built without RELAX NG, the language of libvirt's schema. Some newer ones are, \
      as libxml2 means to give it up. Everything but 'vif check --schema' works without; --parser \
      asks libvirt itself.
      """
    ),
    CodeExplanation(
      .schemaUnreadable,
      """
      The file is no schema of libvirt's devices. It must be domaincommon.rng, with the files that it \
      includes beside it. interface.rng is about the host's interfaces, and another thing.
      """
    ),
    CodeExplanation(
      .schemaTooLarge,
      """
      The device is longer than is put before the schema, which is 64 KiB. libxml2 takes a time that \
      grows with the square of the number of equal elements, and a real interface has a few hundred \
      bytes. The other checks are made all the same.
      """
    ),
  ]

  /// Of what libvirt's schema does not take.
  static let ofSchemaFindings = [
    CodeExplanation(
      .schemaAttribute,
      """
      libvirt's schema has no attribute of this name in this element. It is an error of 'vif check \
      --schema', as 'virsh define --validate' would refuse it; without validation libvirt drops the \
      attribute. Mostly it is mistyped, or newer than the schema of this host.
      """
    ),
    CodeExplanation(
      .schemaElement,
      """
      libvirt's schema has no element of this name here. It is an error of 'vif check --schema', as \
      'virsh define --validate' would refuse it; without validation libvirt drops the element. \
      Mostly it is mistyped, stands in the wrong place, or is newer than the schema of this host.
      """
    ),
    CodeExplanation(
      .schemaValue,
      """
      libvirt's schema does not take this value; the message says what it does take. It is an error of \
      'vif check --schema'. libvirt's parser may take it all the same: schema and parser disagree in \
      many places, as on MAC addresses with groups of one digit. Mend it if anyone validates.
      """
    ),
    CodeExplanation(
      .schemaRequired,
      """
      Something is missing that libvirt's schema requires. It is an error of 'vif check --schema'. \
      libvirt's parser does without some of it, as the type of an interface, for which it takes \
      'user'. Add it.
      """
    ),
    CodeExplanation(
      .schemaCombination,
      """
      libvirt's schema has this part, but not beside the rest. Mostly it belongs to another type of \
      interface, which the message then names, or stands there twice. It is an error of 'vif check \
      --schema'. Leave the part out, or change the type.
      """
    ),
    CodeExplanation(
      .schemaRefused,
      """
      libvirt's schema refuses the device, and it was not found why. The message has libxml2's own \
      reason, which hardly ever names the part that is meant. Leave parts out one by one, and please \
      report the document.
      """
    ),
  ]
}
