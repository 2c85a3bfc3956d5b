// Who uses the model meets these modules' types in its fields and errors.
@_exported public import Addresses
@_exported public import Diagnostics
