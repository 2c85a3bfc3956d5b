// Who builds an interface meets these modules' types in its elements and errors.
@_exported public import Addresses
@_exported public import Diagnostics
