// Who selects an interface meets these modules' types in its selectors and errors.
@_exported public import Addresses
@_exported public import Diagnostics
