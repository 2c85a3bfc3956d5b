/// What is wrong with an input (thrown), or what its giver should know (a warning).
///
/// One type serves every module, so that a program that embeds them catches one error and a
/// command-line tool prints one shape. Two diagnostics are equal when their code and path are:
/// wording is for people and may be bettered at any time.
public struct Diagnostic: Error, Sendable {
  /// A class, so that a throwing function on the fast path returns one pointer and no more.
  private final class Storage: Sendable {
    let code: Code
    let path: JSONPointer
    let problem: String
    let details: Details

    init(code: Code, path: JSONPointer, problem: String, details: Details) {
      self.code = code
      self.path = path
      self.problem = problem
      self.details = details
    }
  }

  /// The parts of a diagnostic that only some have.
  public struct Details: Hashable, Sendable {
    /// The os-vif class that the field belongs to, as `VIFBridge`.
    public var className: String?
    /// The version of that class in the input, as `1.0`.
    public var version: String?
    /// The value at fault, as the input spells it, cut when it is long.
    public var value: String?
    /// What would have been accepted: a range, a set of words, a form.
    public var bound: String?
    /// What to do about it.
    public var remedy: String?
    /// Byte offset of the fault in the item that was read, from 0.
    public var offset: Int?

    /// Makes details, all of them optional.
    public init(
      className: String? = nil,
      version: String? = nil,
      value: String? = nil,
      bound: String? = nil,
      remedy: String? = nil,
      offset: Int? = nil
    ) {
      self.className = className
      self.version = version
      self.value = value
      self.bound = bound
      self.remedy = remedy
      self.offset = offset
    }
  }

  private var storage: Storage

  /// Makes a diagnostic about the value that is being looked at; callers add where that is.
  ///
  /// - Parameters:
  ///   - code: The stable name of this kind of fault.
  ///   - problem: One clause: which thing is wrong, and how. No full stop.
  ///   - value: The value at fault.
  ///   - bound: What would have been accepted.
  ///   - remedy: What to do about it.
  public init(
    _ code: Code,
    _ problem: String,
    value: String? = nil,
    bound: String? = nil,
    remedy: String? = nil
  ) {
    storage = Storage(
      code: code,
      path: JSONPointer(),
      problem: problem,
      details: Details(value: value.map(Self.shortened), bound: bound, remedy: remedy)
    )
  }

  /// The stable name of this kind of fault.
  public var code: Code { storage.code }

  /// Where in the input the fault is.
  public var path: JSONPointer { storage.path }

  /// What is wrong, in one clause.
  public var problem: String { storage.problem }

  /// Class, version, value, bound and remedy, as far as they are known.
  public var details: Details { storage.details }

  /// The whole fault in one line: class and version, problem, bound, remedy.
  public var message: String {
    var text = ""
    if let className = details.className {
      text += className
      if let version = details.version { text += " \(version)" }
      text += ": "
    }
    text += problem
    if let bound = details.bound { text += " (allowed: \(bound))" }
    if let remedy = details.remedy { text += "; \(remedy)" }
    return text
  }

  /// The same diagnostic, one level further up: `name` is put before its path.
  public func at(_ name: String) -> Diagnostic { replacing(path: path.prefixed(by: name)) }

  /// The same diagnostic, one level further up: the index of an array is put before its path.
  public func at(_ index: Int) -> Diagnostic { at("\(index)") }

  /// The same diagnostic at this path, whatever its own was.
  public func at(_ path: JSONPointer) -> Diagnostic { replacing(path: path) }

  /// The same diagnostic, told of the object that it happened in unless it knows one already.
  public func inObject(_ className: String, version: String?) -> Diagnostic {
    guard details.className == nil else { return self }
    var details = details
    details.className = className
    details.version = version
    return replacing(details: details)
  }

  /// The same diagnostic, told where in the item's bytes it happened unless it knows that already.
  public func at(offset: Int) -> Diagnostic {
    guard details.offset == nil else { return self }
    var details = details
    details.offset = offset
    return replacing(details: details)
  }

  /// The same diagnostic, with what it is about before the problem.
  public func about(_ subject: String) -> Diagnostic {
    var copy = self
    copy.storage = Storage(
      code: code,
      path: path,
      problem: "\(subject): \(problem)",
      details: details
    )
    return copy
  }

  /// The same diagnostic, with something more about what to do.
  public func adding(remedy: String) -> Diagnostic {
    var details = details
    details.remedy = details.remedy.map { "\($0); \(remedy)" } ?? remedy
    return replacing(details: details)
  }

  private func replacing(path: JSONPointer? = nil, details: Details? = nil) -> Diagnostic {
    var copy = self
    copy.storage = Storage(
      code: code,
      path: path ?? self.path,
      problem: problem,
      details: details ?? self.details
    )
    return copy
  }

  /// A value as it may stand in a message: at most 60 code points of it.
  ///
  /// A character may consist of any number of those.
  public static func shortened(_ value: String) -> String {
    guard value.utf8.count > 60 else { return value }
    let scalars = value.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else { return value }
    return String(String.UnicodeScalarView(scalars.prefix(57))) + "..."
  }
}

extension Diagnostic: Hashable {
  /// Whether both name the same fault at the same place.
  public static func == (left: Diagnostic, right: Diagnostic) -> Bool {
    left.code == right.code && left.path == right.path
  }

  /// Hashes the code and the path.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(path)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// Path, message and code, as a log line.
  public var description: String {
    path.isRoot ? "\(message) [\(code)]" : "\(path): \(message) [\(code)]"
  }
}
