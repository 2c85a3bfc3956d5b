package import Diagnostics
import Glibc

/// A string of the input that was looked at, and is made when somebody asks for it.
public struct JSONToken {
  /// Where its text begins.
  @usableFromInline let start: Int
  /// How many bytes it has; nil when it has escapes, or characters beyond ASCII.
  @usableFromInline let count: Int?

  init(start: Int, count: Int?) {
    self.start = start
    self.count = count
  }
}

extension JSONReader {
  /// Reads a string without making it.
  ///
  /// - Throws: As ``readString()``.
  package mutating func readToken() throws(Diagnostic) -> JSONToken {
    let token = try nextToken()
    if token.count != nil { pass(token) } else { _ = try readString() }
    return token
  }

  /// Moves behind a string of ASCII without escapes, if that is what comes next to the byte.
  package mutating func passToken() -> JSONToken? {
    guard byte(at: position) == UInt8(ascii: "\"") else { return nil }
    let start = position + 1
    let end = endOfASCII(from: start)
    guard byte(at: end) == UInt8(ascii: "\"") else { return nil }
    position = end + 1
    return JSONToken(start: start, count: end - start)
  }

  /// Whether a string that was read is this one.
  package mutating func token(_ token: JSONToken, is text: StaticString) -> Bool {
    guard let count = token.count else { return self.text(of: token) == text.description }
    return count == text.utf8CodeUnitCount && isEqual(token.start, text)
  }

  /// Whether a string that was read is this one.
  package mutating func token(_ token: JSONToken, is text: String) -> Bool {
    guard let count = token.count else { return self.text(of: token) == text }
    guard count == text.utf8.count else { return false }
    var text = text
    let start = unsafe base + token.start
    return text.withUTF8 { bytes in
      unsafe bytes.baseAddress.map { unsafe memcmp($0, start, count) == 0 } ?? true
    }
  }

  /// A string that was read.
  package mutating func text(of token: JSONToken) -> String {
    if let count = token.count { return text(token.start, count) }
    let end = position
    defer { position = end }
    position = token.start - 1
    // It has been read before.
    return (try? readString()) ?? ""
  }

  /// Makes something of the bytes of a string that was read; nil when it has escapes, or characters
  /// beyond ASCII, or when `make` makes nothing of it.
  @inlinable @inline(__always)
  public func make<Value>(of token: JSONToken, _ make: (Span<UInt8>) -> Value?) -> Value? {
    guard let count = token.count else { return nil }
    let bytes = unsafe UnsafeBufferPointer(start: base + token.start, count: count)
    return unsafe make(bytes.span)
  }
}
