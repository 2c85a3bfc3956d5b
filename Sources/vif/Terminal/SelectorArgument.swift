import ArgumentParser
import Diagnostics
import DomainXML

extension InterfaceSelector {
  /// Reads an argument; what is no selector is wrong usage.
  init(argument text: String) throws {
    do throws(Diagnostic) {
      try self.init(text)
    } catch {
      throw ValidationError(error.message)
    }
  }
}
