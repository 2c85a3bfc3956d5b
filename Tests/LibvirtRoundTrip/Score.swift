import Diagnostics
import InterfaceXML

/// How the interfaces have come back.
struct Score {
  private var identical = 0
  private var renormalised = 0
  private var forms: [Normalisation: Int] = [:]
  private var refused: [(file: String, reason: String)] = []
  /// What comes back without something, or as another value; an interface may have several lines.
  private var lost: [(file: String, reason: String)] = []
  private var count = 0

  /// Whether there were some, and none has lost anything.
  var isClean: Bool { identical > 0 && lost.isEmpty }

  /// Reads an interface, writes it, and reads it again.
  mutating func add(_ found: TestInterfaces.Found) {
    do throws(Diagnostic) {
      let interface: Interface
      do throws(Diagnostic) {
        interface = try Interface(found.element)
      } catch {
        refused.append((found.file, "\(error)"))
        return
      }
      count += 1
      let text = try interface.xml()
      guard try Interface(xml: text) == interface else {
        lost.append((found.file, "another value is read from\n\(text)"))
        return
      }
      let differences = Canonical.differences(
        Canonical.form(of: found.element),
        Canonical.form(of: try XMLDocument(parsing: text).root)
      )
      add(differences, in: found.file)
    } catch {
      lost.append((found.file, "\(error)"))
    }
  }

  private mutating func add(_ differences: [Difference], in file: String) {
    let kinds = differences.map { ($0, Normalisation($0)) }
    for (difference, kind) in kinds where kind == nil { lost.append((file, "\(difference)")) }
    guard kinds.allSatisfy({ $0.1 != nil }) else { return }
    if kinds.isEmpty { identical += 1 } else { renormalised += 1 }
    for kind in Set(kinds.compactMap(\.1)) { forms[kind, default: 0] += 1 }
  }
}

extension Score: CustomStringConvertible {
  var description: String {
    let whole = identical + renormalised
    var lines = [
      "\(whole) of \(count) come back whole: \(identical) with the same attributes and elements,"
        + " \(renormalised) with some in another form"
    ]
    for kind in Normalisation.allCases {
      if let count = forms[kind] { lines.append("  \(count)\t\(kind.meaning)") }
    }
    lines.append("\(refused.count) refused, as by libvirt")
    for (file, reason) in refused { lines.append("  \(file): \(reason)") }
    lines.append("\(lost.count) not whole")
    for (file, reason) in lost { lines.append("  \(file): \(reason)") }
    // Measured over the same package, whose distinct interfaces were counted as 500: how many come
    // back with identical content.
    lines.append("beside it: virtinst 500, libvirt-go-xml 459, nova 53 of 500")
    return lines.joined(separator: "\n")
  }
}
