import Diagnostics
import Glibc

/// Reads, writes and reads again every interface in the XML files below a folder: libvirt's tests.
///
///     Tests/LibvirtRoundTrip/run.sh
///
/// Prints how many come back whole, what is written in another form, and what is refused, as libvirt
/// itself refuses it. Ends with status 1 when something is lost.
@main
struct LibvirtRoundTrip {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, arguments.count == 1 else {
      print("usage: LibvirtRoundTrip FOLDER")
      exit(2)
    }
    var score = Score()
    let interfaces = try TestInterfaces(below: folder)
    for interface in interfaces.distinct { score.add(interface) }
    print(interfaces)
    print(score)
    exit(score.isClean ? 0 : 1)
  }
}
