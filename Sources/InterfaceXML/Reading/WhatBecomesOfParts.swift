import Diagnostics

// What becomes of parts that were written, taken down as they are read.

extension ElementReader {
  /// Takes down that libvirt drops an attribute or a child element without a word.
  ///
  /// - Returns: Whether this reader drops it too: one that reads as libvirt does.
  mutating func drops(
    _ part: String,
    _ code: Diagnostic.Code,
    _ problem: String,
    value: String? = nil,
    bound: String? = nil,
    remedy: String? = nil
  ) -> Bool {
    let diagnostic = Diagnostic(code, problem, value: value, bound: bound, remedy: remedy)
    findings.append(Finding(.dropped, diagnostic.at(part)))
    return libvirt != nil
  }

  /// Takes down that libvirt does not read an attribute here, if it is there.
  ///
  /// It is a leftover then, not an unknown.
  mutating func passes(overAttribute name: String, _ code: Diagnostic.Code, _ problem: String) {
    for index in element.attributes.indices
    where !readAttributes[index] && element.attributes[index].name == name {
      readAttributes.insert(index)
      leftovers.append(Leftover(parent: [], part: .attribute(element.attributes[index])))
      findings.append(Finding(.dropped, Diagnostic(code, problem).at("@\(name)")))
      return
    }
  }

  /// Takes down that libvirt does not read a child element here, if it is there.
  ///
  /// It is a leftover then, not an unknown.
  mutating func passes(over name: String, _ code: Diagnostic.Code, _ problem: String) {
    for index in element.children.indices
    where !readChildren[index] && element.children[index].name == name {
      readChildren.insert(index)
      leftovers.append(Leftover(parent: [], part: .element(element.children[index])))
      findings.append(Finding(.dropped, Diagnostic(code, problem).at(name)))
      return
    }
  }

  /// Takes down that libvirt drops the whole element, which is kept as it is.
  mutating func leaveWhole(_ diagnostic: Diagnostic) {
    isLeftWhole = true
    findings.append(Finding(.dropped, diagnostic))
  }

  /// Takes down that libvirt drops an attribute of a child element after it was read.
  mutating func dropsRead(
    _ name: String,
    of child: String,
    _ code: Diagnostic.Code,
    _ problem: String
  ) {
    guard let value = element.first(child)?[name] else { return }
    let step = Leftover.Step(name: child, index: 0)
    leftovers.append(
      Leftover(parent: [step], part: .attribute(XMLElement.Attribute(name: name, value: value)))
    )
    let diagnostic = Diagnostic(code, problem, value: value)
    findings.append(Finding(.dropped, diagnostic.at("@\(name)").at(child)))
  }

  /// Takes down something else about a part.
  mutating func note(_ level: Finding.Level, _ diagnostic: Diagnostic) {
    findings.append(Finding(level, diagnostic))
  }

  /// Reads a part whose fault is no reason not to read the others.
  mutating func attempt<Value>(
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) -> Value? {
    do throws(Diagnostic) {
      return try body(&self)
    } catch {
      findings.append(Finding(.error, error))
      return nil
    }
  }
}
