#if Libvirt
  import Synchronization

  /// The installed libvirt's own parser and formatter, asked in this process what they make of a
  /// network device: nothing is plugged in, and no daemon is needed.
  ///
  /// A stub domain with the device is defined in libvirt's mock driver, and printed back. The driver
  /// checks what libvirt checks for every hypervisor, and nothing that is QEMU's own.
  ///
  /// Safe to share: one call comes after the other.
  public final class DefinitionProbe: Sendable {
    private let driver: Mutex<MockDriver>

    /// Opens the driver, with a state that is this object's alone.
    ///
    /// - Throws: libvirt's reason.
    public init() throws(LibvirtError) { driver = Mutex(try MockDriver()) }

    /// An `<interface>` or a `<hostdev>` as libvirt prints it after it was defined, without
    /// indentation.
    ///
    /// What libvirt does not know or does not keep is gone, and what it adds is there: a MAC address,
    /// a target's name. Not always XML: libvirt prints some texts without escaping them.
    ///
    /// - Throws: libvirt's refusal; for anything but one device, a refusal in libvirt's form with
    ///   the code ``LibvirtError/xmlError``.
    public func normalForm(of device: String) throws(LibvirtError) -> String {
      let document: AttachDocument
      do throws(HotPlugError) {
        document = try AttachDocument(parsing: device)
      } catch {
        throw LibvirtError(code: LibvirtError.xmlError, domain: 0, message: "\(error)")
      }
      let result = driver.withLock { driver in
        Result { () throws(LibvirtError) in try driver.definition(with: document.content) }
      }
      return Self.device(in: try result.get())
    }

    /// The interface or host device of a domain with one, shifted to the margin.
    ///
    /// Found by libvirt's own layout, since the text need not be XML.
    private static func device(in definition: String) -> String {
      let lines = definition.split(separator: "\n")
      guard let first = lines.firstIndex(where: { isStart($0) }) else { return "" }
      let rest = lines[first...]
      let isWhole = rest[first].hasSuffix("/>")
      let last = isWhole ? first : rest.firstIndex { $0.hasPrefix("    </") } ?? first
      return rest[...last].map { "\($0.dropFirst(4))\n" }.joined()
    }

    private static func isStart(_ line: Substring) -> Bool {
      line.hasPrefix("    <interface ") || line.hasPrefix("    <hostdev ")
    }
  }
#endif
