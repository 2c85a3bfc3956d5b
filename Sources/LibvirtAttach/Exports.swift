// Who plugs interfaces names them by selectors, and gets them as a domain's document has them.
@_exported public import DomainXML
