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
    _ className: String,
    _ version: ObjectVersion,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self? {
    switch className {
    case DatapathOffloadBase.className:
      .base(try DatapathOffloadBase(data: &reader, version: version))
    case DatapathOffloadRepresentor.className:
      .representor(try DatapathOffloadRepresentor(data: &reader, version: version))
    default: nil
    }
  }

  package var object: any DeclaredObject {
    switch self {
    case .base(let object): object
    case .representor(let object): object
    }
  }

  package func mapped(_ change: inout some ObjectChange) throws(Diagnostic) -> Self {
    switch self {
    case .base(let object): .base(try change.changed(object))
    case .representor(let object): .representor(try change.changed(object))
    }
  }
}
