import VIFModel

extension TranslationRequest {
  /// A JSON Schema of the items of input: a bare primitive, or an object around one.
  public static var jsonSchema: String {
    JSONSchema.any([VIF.schema, .closed(Key.self, required: [.vif])])
      .document("A VIF, with what is asked of its translation")
  }
}

extension VIF {
  fileprivate static var schema: JSONSchema { .objects(of: classNames) }
}

extension TranslationRequest.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .id: .id
    case .vif: VIF.schema
    case .guest: GuestSettings.schema
    case .host: .closed(TranslationRequest.HostKey.self)
    }
  }
}

extension TranslationRequest.HostKey: DescribedKey {
  /// Devices by PCI address.
  var schema: JSONSchema { .table(names: TextForm.pci.reference, values: .text()) }
}
