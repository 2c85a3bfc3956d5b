package import Diagnostics

extension CodeExplanation {
  /// Of the codes of os-vif's objects.
  package static let ofVIFModel = ofEnvelopes + ofFields + ofVersions + ofHostInfo

  private static let ofEnvelopes = [
    CodeExplanation(
      .objectKeyMissing,
      """
      The object's envelope has no key of this name. An os-vif primitive has \
      versioned_object.name, .namespace, .version and .data: os-vif too refuses one without. Give the \
      whole of what obj_to_primitive() returns.
      """,
      .object(#"{"versioned_object.name": "VIFBridge"}"#)
    ),
    CodeExplanation(
      .objectNamespace,
      """
      The object is of another namespace than 'os_vif'. oslo.versionedobjects is used by nova and \
      neutron too, whose objects look alike and mean something else. Give what os-vif's own \
      obj_to_primitive() returns.
      """
    ),
    CodeExplanation(
      .objectClassUnknown,
      """
      os-vif has no class of this name. It has 31, which 'vif object versions' lists. Names are \
      compared exactly, upper and lower case too.
      """,
      .object(
        """
        {"versioned_object.name": "Routes", "versioned_object.namespace": "os_vif",
         "versioned_object.version": "1.0", "versioned_object.data": {}}
        """
      )
    ),
    CodeExplanation(
      .objectClassUnexpected,
      """
      The class is one of os-vif's, but cannot stand here. A field holds objects of one class or of \
      its subclasses, and 'vif xml' wants a VIF that says how it is attached: VIFBase does not. The \
      message lists the classes that can.
      """
    ),
    CodeExplanation(
      .objectVersionMalformed,
      """
      The object's version is not of the form MAJOR.MINOR, as 1.4. os-vif compares versions number by \
      number, so that 1.10 is newer than 1.4.
      """,
      .object(
        """
        {"versioned_object.name": "Route", "versioned_object.namespace": "os_vif",
         "versioned_object.version": "v1", "versioned_object.data": {}}
        """
      )
    ),
  ]

  private static let ofFields = [
    CodeExplanation(
      .objectFieldUnknown,
      """
      The class has no field of this name, so it is passed over with a warning. os-vif passes over \
      what newer versions may have added; a mistyped name looks the same. With --strict it is an \
      error. 'vif object schema CLASS' prints the fields.
      """,
      .object(
        """
        {"versioned_object.name": "Route", "versioned_object.namespace": "os_vif",
         "versioned_object.version": "1.0",
         "versioned_object.data": {"gatway": "10.0.0.1"}}
        """
      )
    ),
    CodeExplanation(
      .objectFieldNull,
      """
      The field is null, which os-vif does not allow for it. An unset field is left out of the data, \
      which is something else than null. Leave it out, or give it a value.
      """,
      .object(
        """
        {"versioned_object.name": "Route", "versioned_object.namespace": "os_vif",
         "versioned_object.version": "1.0",
         "versioned_object.data": {"gateway": null}}
        """
      )
    ),
    CodeExplanation(
      .objectFieldRepeated,
      """
      A field or a key of the envelope stands there twice. Readers of JSON differ in which one they \
      take: Python takes the last, others the first, and so two programs would see two ports. Keep \
      one of them.
      """,
      .object(
        """
        {"versioned_object.name": "Route", "versioned_object.namespace": "os_vif",
         "versioned_object.version": "1.0",
         "versioned_object.data": {"interface": "eth0", "interface": "eth1"}}
        """
      )
    ),
    CodeExplanation(
      .warningsCut,
      """
      There are more warnings about one object than are kept. The first ones are told; the others are \
      mostly of the same kind. A hostile text could make millions.
      """
    ),
  ]

  private static let ofHostInfo = [
    CodeExplanation(
      .hostInfoClass,
      """
      A host's answer names a class that os-vif does not have, or leaves out the class or its range \
      of versions. HostVIFInfo and HostPortProfileInfo say which versions a host's plugins \
      understand: without a class there is nothing to agree on.
      """
    ),
    CodeExplanation(
      .hostInfoVersion,
      """
      The host and this program have no version of the class in common. os-vif's negotiation asks for \
      the newest version known here to be in the host's range. Upgrade the older side, or bring \
      objects to the host's version with 'vif object convert --target-version'.
      """
    ),
    CodeExplanation(
      .hostInfoVIF,
      """
      The plugin of the host does not plug this VIF type. The message lists those that it does. \
      Choose another plugin or another VIF type for that host.
      """
    ),
    CodeExplanation(
      .hostInfoPlugin,
      """
      The host has no plugin of this name. The message lists those that it has. A VIF names its \
      plugin in the field 'plugin', as ovs, linux_bridge or noop; it must be installed on the host.
      """
    ),
  ]
}
