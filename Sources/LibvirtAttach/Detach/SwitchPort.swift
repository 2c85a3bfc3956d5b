public import Diagnostics
import DomainXML
import InterfaceXML

/// The port of Open vSwitch's that a NIC of a guest has.
///
/// libvirt reports a NIC as detached even if the switch's database could not be told: its port stays
/// there then.
struct SwitchPort: Hashable, Sendable {
  private static let socket = "/run/openvswitch/db.sock"
  private static let answerTime = Duration.seconds(1)

  /// The port's name, which is the host's device's.
  let name: String

  /// The port of a device; nil for one that has none.
  init?(of device: AttachedInterface) {
    guard device.element.first("virtualport")?["type"] == "openvswitch", let name = device.target,
      // Nothing that JSON would want escaped.
      name.utf8.allSatisfy({ (0x2D...0x7A).contains($0) && $0 != 0x5C })
    else { return nil }
    self.name = name
  }

  /// What is worth a warning once the NIC is gone; blocks for some seconds in the worst case.
  func warning() -> Diagnostic? {
    let attempts = 10
    for attempt in 1...attempts {
      switch isThere() {
      case false: return nil
      case nil:
        return left("Open vSwitch's database does not answer: the port \(name) may still be in it")
      case true:
        // libvirt may be about to remove it.
        if attempt < attempts { UnixSocket.pause(.milliseconds(100)) }
      }
    }
    return left("Open vSwitch still has the port \(name)")
  }

  private func left(_ problem: String) -> Diagnostic {
    Diagnostic(.hostOVSPortLeft, problem, value: name, remedy: "ovs-vsctl del-port \(name)")
  }

  /// Whether the database has the port; nil when it does not say.
  private func isThere() -> Bool? {
    let select = """
      {"id":1,"method":"transact","params":["Open_vSwitch",{"op":"select","table":"Port",\
      "where":[["name","==","\(name)"]],"columns":["name"]}]}
      """
    guard let socket = UnixSocket(), socket.connect(to: Self.socket),
      let answer = socket.answer(to: select, within: Self.answerTime)
    else { return nil }
    if answer.contains(#""rows":[]"#) { return false }
    return answer.contains(#""\#(name)""#) ? true : nil
  }
}

extension Diagnostic.Code {
  /// A port of a NIC that is gone may have stayed in Open vSwitch's database.
  public static let hostOVSPortLeft = Self(rawValue: "host.ovs-port-left")
}
