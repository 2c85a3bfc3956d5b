import Glibc

/// Times as the output has them.
enum Timestamp {
  /// The time now, in UTC, as RFC 3339 has it: `2025-03-01T12:00:00.123Z`.
  static var now: String {
    var time = timespec()
    var parts = unsafe tm()
    var text = [CChar](repeating: 0, count: 32)
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    unsafe gmtime_r(&time.tv_sec, &parts)
    let length = unsafe strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S", &parts)
    let seconds = String(decoding: text[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    let milliseconds = String(time.tv_nsec / 1_000_000)
    return seconds + "." + String(repeating: "0", count: 3 - milliseconds.count) + milliseconds
      + "Z"
  }
}
