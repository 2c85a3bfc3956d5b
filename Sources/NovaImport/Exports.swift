// Who imports wants what the import gives: a VIF, and the settings of its guest.
@_exported public import VIFTranslator
