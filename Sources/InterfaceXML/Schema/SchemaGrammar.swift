import Diagnostics
import FileAccess

/// The definitions of a RELAX NG schema, with those of the files that it includes.
///
/// Just as much of the language as libvirt's schemas use. libxml2 is the judge of documents: this is
/// for telling what is wrong with those that it refuses.
struct SchemaGrammar: Sendable {
  private var definitions: [String: SchemaPattern] = [:]

  /// Reads a schema's file.
  ///
  /// - Throws: `schema.unreadable`.
  init(path: String) throws(Diagnostic) {
    var visited: Set<String> = []
    try read(path, &visited)
  }

  /// The pattern that is defined under a name.
  subscript(name: String) -> SchemaPattern { definitions[name] ?? .notAllowed }

  private mutating func read(
    _ path: String,
    _ visited: inout Set<String>
  ) throws(Diagnostic) {
    guard visited.insert(path).inserted else { return }
    let root: XMLElement
    do throws(Diagnostic) {
      root = try XMLDocument(
        parsing: try Files.readText(path, limit: XMLDocument.maximumLength)
      ).root
    } catch {
      throw Diagnostic(.schemaUnreadable, "cannot read the schema '\(path)': \(error.problem)")
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for child in root.children {
      switch child.name {
      case "include":
        guard let file = child["href"] else { continue }
        try read((folder + [Substring(file)]).joined(separator: "/"), &visited)
        // What stands in an include replaces what the file has.
        for definition in child.all("define") { definitions[definition["name"] ?? ""] = nil }
        for definition in child.all("define") { define(definition) }
      case "define": define(child)
      default: continue
      }
    }
  }

  private mutating func define(_ element: XMLElement) {
    guard let name = element["name"] else { return }
    let pattern = Self.group(element.children)
    guard let old = definitions[name] else {
      definitions[name] = pattern
      return
    }
    definitions[name] =
      element["combine"] == "interleave" ? .mixture(old, pattern) : .either(old, pattern)
  }

  private static func group(_ elements: [XMLElement]) -> SchemaPattern {
    fold(elements, SchemaPattern.sequence) ?? .empty
  }

  private static func fold(
    _ elements: [XMLElement],
    _ combine: (SchemaPattern, SchemaPattern) -> SchemaPattern
  ) -> SchemaPattern? {
    let patterns = elements.compactMap(pattern)
    guard let first = patterns.first else { return nil }
    return patterns.dropFirst().reduce(first, combine)
  }

  /// The pattern of an element of the schema; nil for what is none, as a name or a remark.
  private static func pattern(_ element: XMLElement) -> SchemaPattern? {
    let children = element.children
    switch element.name {
    case "empty": return .empty
    case "notAllowed": return .notAllowed
    case "text": return .text
    case "value": return .value(element.text)
    case "data": return .data(element)
    case "list": return .list(group(children))
    case "ref": return .reference(element["name"] ?? "")
    case "group": return group(children)
    case "choice": return fold(children, SchemaPattern.either)
    case "interleave": return fold(children, SchemaPattern.mixture)
    case "optional": return .either(group(children), .empty)
    case "zeroOrMore": return .either(.repeated(group(children)), .empty)
    case "oneOrMore": return .repeated(group(children))
    case "mixed": return .mixture(.text, group(children))
    case "attribute":
      return .attribute(names(of: element), fold(children, SchemaPattern.sequence) ?? .text)
    case "element": return .element(names(of: element), group(children))
    default: return nil
    }
  }

  private static func names(of element: XMLElement) -> SchemaNames {
    if let name = element["name"] { return .only([name]) }
    let name = element.children.first { ["name", "anyName", "nsName", "choice"].contains($0.name) }
    switch name?.name {
    case "name": return .only([name?.text ?? ""])
    case "choice" where name?.children.allSatisfy { $0.name == "name" } == true:
      return .only(Set(name?.children.map(\.text) ?? []))
    default: return .any
    }
  }
}
