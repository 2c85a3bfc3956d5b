package import Diagnostics
package import JSONText

/// What a port offloads to hardware; it never changes what the hypervisor is told.
public enum DatapathOffload: Hashable, Sendable {
  /// Nothing more is known.
  case base(DatapathOffloadBase)
  /// Offload through a representor.
  case representor(DatapathOffloadRepresentor)

  /// The name of the class in os-vif.
  public var className: String {
    switch self {
    case .base: DatapathOffloadBase.className
    case .representor: DatapathOffloadRepresentor.className
    }
  }

  private static let classNames = [
    DatapathOffloadBase.className, DatapathOffloadRepresentor.className,
  ]
}

extension DatapathOffload: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    let (object, changes) = try reader.readEnvelope {
      reader,
      className,
      version throws(Diagnostic) -> DatapathOffload in
      switch className {
      case DatapathOffloadBase.className:
        .base(try DatapathOffloadBase(data: &reader, version: version))
      case DatapathOffloadRepresentor.className:
        .representor(try DatapathOffloadRepresentor(data: &reader, version: version))
      default: throw ClassName.unexpected(className, expected: Self.classNames)
      }
    }
    self = object.with(changes: changes)
  }

  private func with(changes: Set<String>) -> DatapathOffload {
    if changes.isEmpty { return self }
    return switch self {
    case .base(let object): .base(object.with(changes: changes))
    case .representor(let object): .representor(object.with(changes: changes))
    }
  }
}
