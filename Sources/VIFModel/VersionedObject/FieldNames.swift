/// The names of all fields that os-vif's classes have, to be found by their bytes.
struct FieldNames: Sendable {
  /// Those of every class, made once.
  static let all = FieldNames(of: OSVIFObject.declarations)

  /// The names, sorted.
  let names: [String]
  /// The names' bytes, one behind the other, and where each begins.
  private let bytes: [UInt8]
  private let starts: [Int]
  /// The index of a name at what ``slot(of:)`` makes of it, or in the next free place behind; else -1.
  private let slots: [Int16]
  private static let slotCount = 512

  private init(of classes: [ClassDeclaration]) {
    // Put in where they belong: for a set and for sorting, the runtime would have much to look up.
    var names: [String] = []
    for declaration in classes {
      for field in declaration.fields {
        let place = names.place(of: field.name)
        if place == names.count || names[place] != field.name {
          names.insert(field.name, at: place)
        }
      }
    }
    precondition(names.count <= 128, "there is a bit for each name")
    self.names = names
    bytes = self.names.flatMap(\.utf8)
    starts = self.names.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count) }
    var slots: [Int16] = Array(repeating: -1, count: Self.slotCount)
    for (index, name) in self.names.enumerated() {
      var slot = Self.slot(of: name.utf8.span)
      while slots[slot] >= 0 { slot = (slot + 1) & (Self.slotCount - 1) }
      slots[slot] = Int16(index)
    }
    self.slots = slots
  }

  private static func slot(of name: Span<UInt8>) -> Int {
    guard !name.isEmpty else { return 0 }
    let middle = name[name.count / 2]
    let last = name[name.count - 1]
    return (name.count &* 37 &+ Int(name[0]) &* 5 &+ Int(last) &* 11 &+ Int(middle) &* 3)
      & (slotCount - 1)
  }

  /// The index of a name; nil for one that no class has.
  func index(of name: Span<UInt8>) -> Int? {
    var slot = Self.slot(of: name)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if isName(index, name) { return index }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return nil
  }

  private func isName(_ index: Int, _ name: Span<UInt8>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == name.count else { return false }
    let known = bytes.span.extracting(start..<starts[index + 1])
    var offset = 0
    while offset + 8 <= name.count {
      guard Self.word(known, offset) == Self.word(name, offset) else { return false }
      offset += 8
    }
    while offset < name.count {
      guard known[offset] == name[offset] else { return false }
      offset += 1
    }
    return true
  }

  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ offset: Int) -> UInt64 {
    unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}

extension [String] {
  /// Where a text stands in a sorted list, or would have to be put.
  fileprivate func place(of text: String) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < text { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
