import Foundation
import Testing
import VIFModel
import VIFSamples

/// An object that was brought to another version, as it is written then.
struct Levelled {
  let object: OSVIFObject
  let primitive: WrittenPrimitive
  let warnings: [Diagnostic]

  init(
    _ object: OSVIFObject,
    to version: ObjectVersion?,
    levels: Levels? = nil
  ) throws {
    var warnings: [Diagnostic] = []
    self.object = try object.levelled(to: version, levels: levels, warnings: &warnings)
    self.warnings = warnings
    primitive = try WrittenPrimitive(self.object)
  }

  /// An object of a class in which every field is set.
  static func full(_ className: String) throws -> OSVIFObject {
    let declaration = try #require(OSVIFObject.declarations.first { $0.name == className })
    return try object(declaration.fullPrimitive)
  }

  static func object(_ json: String) throws -> OSVIFObject {
    var warnings: [Diagnostic] = []
    return try OSVIFObject(json: json, warnings: &warnings)
  }
}

extension OSVIFObject {
  /// The names of the fields that are set.
  var fieldNames: Set<String> { (try? WrittenPrimitive(self).data.keys) ?? [] }
}

/// A primitive, as far as levels are seen in it.
struct WrittenPrimitive: Decodable {
  let name: String
  let version: String
  let data: Members

  init(_ object: OSVIFObject) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(object.json.utf8))
  }

  private enum CodingKeys: String, CodingKey {
    case name = "versioned_object.name"
    case version = "versioned_object.version"
    case data = "versioned_object.data"
  }

  /// The object in a field, or the first in the list in a field.
  func object(_ path: String...) -> WrittenPrimitive? {
    path.reduce(Optional(self)) { $0?.data.objects[$1]?.first }
  }

  /// The data: the fields that are there, and the objects in them.
  struct Members: Decodable {
    let keys: Set<String>
    let objects: [String: [WrittenPrimitive]]

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      keys = Set(container.allKeys.map(\.stringValue))
      var objects: [String: [WrittenPrimitive]] = [:]
      for key in container.allKeys {
        if let object = try? container.decode(WrittenPrimitive.self, forKey: key) {
          objects[key.stringValue] = [object]
        } else if let list = try? container.decode([WrittenPrimitive].self, forKey: key) {
          objects[key.stringValue] = list
        }
      }
      self.objects = objects
    }
  }
}
