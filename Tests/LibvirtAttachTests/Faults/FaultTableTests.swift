import Foundation
import Testing

@Suite struct FaultTableTests {
  /// The cells of each row of the table between README's two marks, without its head.
  ///
  /// `VIF_README` names another file, which may become README.
  private static var rows: [[String]] {
    get throws {
      let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
        url.deletingLastPathComponent()
      }
      let path =
        ProcessInfo.processInfo.environment["VIF_README"] ?? root.appending(path: "README.md").path
      return try String(contentsOfFile: path, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
        .drop { $0 != "<!-- faults -->" }.prefix { $0 != "<!-- /faults -->" }
        .filter { $0.hasPrefix("|") }.dropFirst(2)
        .map { $0.dropFirst(2).dropLast(2).components(separatedBy: " | ") }
    }
  }

  @Test func `README has a row for each fault that is brought about, and no other`() throws {
    let rows = try Self.rows
    #expect(
      rows.map { Array($0.prefix(2)) } == Fault.allCases.map { [$0.rawValue, $0.others] },
      "made by: make faults ROUNDS=100 README=1"
    )
    for row in rows {
      let hasFigures = row.count == 4 && row[3].prefixMatch(of: /([1-9]\d*) of \1 true/) != nil
      #expect(hasFigures, "\(row)")
    }
  }
}
