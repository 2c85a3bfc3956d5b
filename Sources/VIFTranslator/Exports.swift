// Who translates has a VIF in hand and wants an interface.
@_exported public import InterfaceXML
@_exported public import VIFModel
