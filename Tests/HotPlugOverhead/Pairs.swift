/// Times of libvirt's own calls, and of ours beside them.
struct Pairs {
  var bare: [Duration] = []
  var ours: [Duration] = []

  static func + (left: Pairs, right: Pairs) -> Pairs {
    Pairs(
      bare: zip(left.bare, right.bare).map { $0 + $1 },
      ours: zip(left.ours, right.ours).map { $0 + $1 }
    )
  }

  /// Both medians in milliseconds, and by how much ours is longer.
  var description: String {
    let (bare, ours) = (Self.median(bare), Self.median(ours))
    let percent = Self.tenths((ours / bare - 1) * 100)
    return "\(Self.tenths(bare)) ms, \(Self.tenths(ours)) ms: \(percent) %"
  }

  private static func median(_ times: [Duration]) -> Double {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]
    return middle / .milliseconds(2)
  }

  private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
