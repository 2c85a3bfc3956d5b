import Diagnostics

extension CodeExplanation {
  /// Of the codes of versions and of what is done to change them.
  static let ofVersions = [
    CodeExplanation(
      .objectVersionUnsupported,
      """
      The object's version is newer than the newest one known here, or has another major number. A \
      newer version may hold fields that change the port's meaning, so it is not read by half. Have \
      the sender write an older version, as with 'vif object convert' on its side.
      """,
      .object(
        """
        {"versioned_object.name": "Route", "versioned_object.namespace": "os_vif",
         "versioned_object.version": "1.1", "versioned_object.data": {}}
        """
      )
    ),
    CodeExplanation(
      .objectVersionWithdrawn,
      """
      The version was in one release of os-vif, and the next one took it back. Objects of it may \
      still be stored somewhere, so it is read as the newest version, with a warning. Write it anew \
      with 'vif object convert'.
      """
    ),
    CodeExplanation(
      .objectFieldWithdrawn,
      """
      The field was in one release of os-vif, and the next one took it back. It is passed over with a \
      warning, as every other release does.
      """
    ),
    CodeExplanation(
      .levelNewer,
      """
      An object cannot be brought to a newer version than it has. The fields that came in between are \
      not there, and what they would say is not known. os-vif refuses it too. Ask for the object's \
      own version or an older one.
      """
    ),
    CodeExplanation(
      .levelDropped,
      """
      A field that changes the meaning is left out, because the older version does not have it. \
      Without create_port or create_tap, the reader takes the port for one that libvirt plugs, and \
      nobody plugs it. It is a warning: upgrade the reader, or plug such ports elsewhere.
      """
    ),
    CodeExplanation(
      .releaseUnknown,
      """
      There is no such release of os-vif. The first one whose versions are known is 1.0. Ask for one \
      from there on; 'vif object versions' lists the releases that brought the classes' versions.
      """
    ),
  ]
}
