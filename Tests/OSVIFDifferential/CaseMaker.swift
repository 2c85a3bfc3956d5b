import Diagnostics
import JSONText
import JSONTree
import SeededRandom
import VIFModel

/// Makes lines for os-vif to answer.
struct CaseMaker {
  private var dice: Dice
  /// What reading our own lines did not give back.
  private(set) var faults: [String] = []

  init(seed: UInt64) { dice = Dice(seed: seed) }

  /// An object to be read and written; each class has its turn.
  ///
  /// Every other line leaves out what os-vif's constructors add, and reading it must give the
  /// object that has it.
  mutating func roundTrip(_ number: Int) -> String {
    let seed = dice.next()
    let object = Self.object(number, seed, fillsAbsentFields: true)
    let sent = Self.object(number, seed, fillsAbsentFields: number % 2 == 0)
    var warnings: [Diagnostic] = []
    do throws(Diagnostic) {
      let read = try OSVIFObject(json: sent.json, warnings: &warnings)
      // What was filled in counts as changed once it is written.
      let again = try OSVIFObject(json: read.json, warnings: &warnings)
      if again != object || read.json != object.json || !warnings.isEmpty {
        faults.append("\(sent.json)\n  is read as \(read.json)\n  and not as \(object.json)")
      }
    } catch {
      faults.append("\(sent.json)\n  is refused: \(error)")
    }
    return Self.line("object-\(number)", sent) { _ in }
  }

  /// An object to be brought to a version, by a manifest in every other line.
  mutating func levelling(_ number: Int) -> String {
    let object = Self.object(number, dice.next(), fillsAbsentFields: true)
    let (major, newest) = (object.version.major, object.version.minor)
    let older = Int.random(in: 0...newest, using: &dice)
    let version = dice.pick("0.9", "\(major).\(older)", "\(major).\(older)")
    let newer = "\(major).\(newest + 1)"
    let manifest = number % 2 == 0 ? nil : Self.manifest(&dice)
    return Self.line("levels-\(number)", object) { writer in
      writer.key("target_version")
      writer.string(number % 16 == 1 ? newer : version)
      guard let manifest else { return }
      writer.key("manifest")
      writer.beginObject()
      for (name, version) in manifest {
        writer.key(name)
        writer.string(version)
      }
      writer.endObject()
    }
  }

  private static func object(_ number: Int, _ seed: UInt64, fillsAbsentFields: Bool) -> OSVIFObject
  {
    var dice = Dice(seed: seed, fillsAbsentFields: fillsAbsentFields)
    let name = OSVIFObject.classNames[number % OSVIFObject.classNames.count]
    guard let object = OSVIFObject.arbitrary(of: name, &dice) else {
      preconditionFailure("of \(name) no objects are made")
    }
    return object
  }

  /// Versions of some of the classes.
  private static func manifest(_ dice: inout Dice) -> [(name: String, version: String)] {
    var manifest: [(name: String, version: String)] = []
    for declaration in OSVIFObject.declarations where !dice.once(in: 4) {
      guard let shipped = declaration.history.randomElement(using: &dice) else { continue }
      manifest.append((declaration.name, "\(shipped.version)"))
    }
    return manifest
  }

  private static func line(
    _ id: String,
    _ object: OSVIFObject,
    _ more: (inout JSONWriter) -> Void
  ) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.string(id)
    writer.key("primitive")
    writer.value(object.json)
    more(&writer)
    writer.endObject()
    return writer.text
  }
}
