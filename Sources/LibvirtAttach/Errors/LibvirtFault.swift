import Diagnostics

/// A fault that libvirt reports, and what it means to who runs the machine.
struct LibvirtFault: Sendable {
  /// libvirt's number for it.
  let number: Int
  /// What libvirt's message has in it, all of them.
  let words: [String]
  /// The fault's stable name.
  let code: Diagnostic.Code
  /// What is the matter, in one clause.
  let meaning: String
  /// What to do about it.
  let remedy: String?

  init(
    _ number: Int,
    _ words: String...,
    code: Diagnostic.Code,
    _ meaning: String,
    remedy: String? = nil
  ) {
    self.number = number
    self.words = words
    self.code = code
    self.meaning = meaning
    self.remedy = remedy
  }

  /// Whether libvirt reported this fault.
  func isMeant(by error: LibvirtError) -> Bool {
    number == error.code && words.allSatisfy(error.message.contains)
  }

  /// The faults that are known; the first that is meant counts.
  static let all = host + guest + identity + connection + request
}
