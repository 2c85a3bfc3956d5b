package import Diagnostics
package import JSONText

/// What a port offloads to hardware; it never changes what the hypervisor is told.
public enum DatapathOffload: Hashable, Sendable {
  /// Nothing more is known.
  case base(DatapathOffloadBase)
  /// Offload through a representor.
  case representor(DatapathOffloadRepresentor)
}

extension DatapathOffload {
  /// The name of the class in os-vif.
  public var className: String { type(of: object).className }

  /// The version that the object came with.
  public var version: ObjectVersion { object.version }
}

extension DatapathOffload: ObjectChoice {
  package static let classNames = [
    DatapathOffloadBase.className, DatapathOffloadRepresentor.className,
  ]

  package static func read(
    classAt index: Int,
    _ version: ObjectVersion?,
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self? {
    switch index {
    case 0: .base(try DatapathOffloadBase(data: &reader, version: version, changes: changes))
    case 1:
      .representor(
        try DatapathOffloadRepresentor(data: &reader, version: version, changes: changes)
      )
    default: nil
    }
  }

  package var object: any DeclaredObject {
    switch self {
    case .base(let object): object
    case .representor(let object): object
    }
  }

  package consuming func mapped(_ change: inout some ObjectChange) throws(Diagnostic) -> Self {
    switch consume self {
    case .base(let object): .base(try change.changed(object))
    case .representor(let object): .representor(try change.changed(object))
    }
  }
}
