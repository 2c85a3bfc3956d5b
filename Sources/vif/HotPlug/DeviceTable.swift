import Addresses
import LibvirtAttach

/// The table that `vif list` prints: virsh's columns, and what else an interface can be named by.
struct DeviceTable: CustomStringConvertible {
  private static let titles = [
    "Interface", "Type", "Source", "Model", "MAC", "Alias", "PCI address",
  ]

  private let rows: [[String]]

  init(_ devices: [AttachedInterface]) {
    rows = devices.map { device in
      [
        device.target,
        device.type,
        device.source,
        device.model,
        device.mac?.description,
        device.alias,
        device.pciAddress?.description,
      ].map { $0 ?? "-" }
    }
  }

  /// The table with its head, without a line's end behind it.
  var description: String {
    let widths = Self.titles.indices.map { column in
      ([Self.titles] + rows).map { $0[column].count }.max() ?? 0
    }
    let lines = ([Self.titles] + rows).map { cells in
      let padded = zip(cells, widths.dropLast()).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count + 3)
      }
      return " " + padded.joined() + (cells.last ?? "")
    }
    let rule = String(repeating: "-", count: lines.map(\.count).max() ?? 0)
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }
}
