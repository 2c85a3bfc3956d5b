import Diagnostics
import FileAccess
import InterfaceXML

/// The interfaces of guests in the XML files below a folder.
struct TestInterfaces {
  /// An interface, and the first file that it is in.
  struct Found {
    let file: String
    let element: XMLElement
  }

  /// One of each, in the order of the files.
  private(set) var distinct: [Found] = []
  private var files = 0
  private var count = 0
  private var seen: Set<XMLElement> = []

  /// Reads all files; those that are no XML have no interfaces.
  init(below folder: String) throws(Diagnostic) {
    for path in try Files.files(below: folder) where path.hasSuffix(".xml") {
      guard let text = try? Files.readText(path, limit: 4 << 20),
        let root = try? XMLDocument(parsing: text).root
      else { continue }
      files += 1
      let name = String(path.dropFirst(folder.count + 1))
      // A lone one with a name is the host's, and one without a type a network's: libvirt has other
      // documents for those.
      if root.name == "interface" {
        if root["type"] != nil, root["name"] == nil { add(root, name) }
      } else {
        collect(in: root, name)
      }
    }
  }

  /// Guests are in domains, and these in the documents of snapshots, checkpoints, running guests.
  private mutating func collect(in element: XMLElement, _ file: String) {
    for child in element.children {
      if element.name == "devices", child.name == "interface" {
        add(child, file)
      } else {
        collect(in: child, file)
      }
    }
  }

  private mutating func add(_ element: XMLElement, _ file: String) {
    count += 1
    if seen.insert(Canonical.form(of: element)).inserted {
      distinct.append(Found(file: file, element: element))
    }
  }
}

extension TestInterfaces: CustomStringConvertible {
  var description: String {
    "\(count) interfaces in \(files) files, \(distinct.count) of them distinct"
  }
}
