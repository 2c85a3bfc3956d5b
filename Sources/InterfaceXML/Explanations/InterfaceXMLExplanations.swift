package import Diagnostics

extension CodeExplanation {
  /// Of the codes of interfaces and of the documents that hold them.
  package static let ofInterfaceXML =
    ofDocuments + ofNormalForm + ofSources + ofNames + ofGuestAddresses + ofModels + ofDrivers
    + ofBandwidth + ofVLANs + ofFilters + ofVirtualPorts + ofRoutes
    + ofSchemaFiles + ofSchemaFindings
}
