#if Libvirt
  import Diagnostics
  import InterfaceXML
  import LibvirtAttach

  /// The counts of a run.
  struct Run {
    /// The installed version.
    let libvirt: LibvirtVersion
    private let probe: DefinitionProbe
    private var count = 0
    private var kept = 0
    private var refused: [Diagnostic.Code: Int] = [:]
    /// What libvirt dropped or changed without a word, and was told of.
    private var told: [Finding.Level: [Diagnostic.Code: Int]] = [:]
    private var unexplained: [String] = []
    private var paths = PathTally()

    /// So many interfaces have every path among them.
    private static let enough = 5000

    init(libvirt: LibvirtVersion, probe: DefinitionProbe) {
      self.libvirt = libvirt
      self.probe = probe
    }

    /// Whether all was foretold, and every path was written.
    var isClean: Bool {
      count > 0 && unexplained.isEmpty && (count < Self.enough || paths.missing.isEmpty)
    }

    /// Tries an interface.
    mutating func add(_ interface: Interface, number: UInt64) {
      count += 1
      do throws(Diagnostic) {
        let trial = try Trial(interface, libvirt: libvirt, probe: probe)
        try paths.add(trial.document)
        switch trial.outcome {
        case .kept:
          kept += 1
          for (level, findings) in Dictionary(grouping: trial.findings, by: \.level) {
            for code in Set(findings.map(\.diagnostic.code)) {
              told[level, default: [:]][code, default: 0] += 1
            }
          }
        case .refused(let code): refused[code, default: 0] += 1
        case .unexplained(let reason):
          unexplained.append("\(number): \(trial.document)\(reason)")
        }
      } catch {
        unexplained.append("\(number): \(error)")
      }
    }
  }

  extension Run: CustomStringConvertible {
    var description: String {
      var lines = [
        "\(kept) defined: the text and the value that were foretold",
        "\(refused.values.reduce(0, +)) refused, as was foretold",
      ]
      lines += Self.rows(refused)
      for level in [Finding.Level.dropped, .changed] {
        lines.append("\(level.rawValue) by libvirt without a word, and told of, in how many")
        lines += Self.rows(told[level] ?? [:])
      }
      lines.append("\(paths)")
      lines.append("\(unexplained.count) without an explanation")
      lines += unexplained.prefix(20)
      return lines.joined(separator: "\n")
    }

    private static func rows(_ counts: [Diagnostic.Code: Int]) -> [String] {
      counts.sorted { $0.value > $1.value || $0.value == $1.value && "\($0.key)" < "\($1.key)" }
        .map { code, count in "  \(count)\t\(code)" }
    }
  }
#endif
