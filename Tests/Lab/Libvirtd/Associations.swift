extension LabHost {
  /// What the 802.1Qbg switch has associated: the address of each instance.
  package var associations: [String: String] {
    let lines = text(of: "edge/associations").split(whereSeparator: \.isNewline)
    return Dictionary(
      lines.map { $0.split(separator: " ", maxSplits: 1) }
        .map { (String($0.first ?? ""), String($0.last ?? "")) },
      uniquingKeysWith: { $1 }
    )
  }
}
