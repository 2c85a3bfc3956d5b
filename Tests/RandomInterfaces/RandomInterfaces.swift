import Diagnostics
import Glibc
import InterfaceXML
import LibvirtAttach

/// Puts random interfaces before the installed libvirt, and compares with what was foretold.
///
///     swift run --traits Libvirt RandomInterfaces [COUNT [SEED]]
///
/// Each interface is written and read again, which has to give the same value; then it is defined in
/// libvirt's mock driver and printed back, and verdict, text and value have to be those that
/// `DefinedInterface` tells for this version. Prints what was dropped on the way, and which paths of
/// libvirt's schema were written. Ends with status 1 after anything that was not foretold, and, when
/// there were enough interfaces, without some path.
@main
struct RandomInterfaces {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let numbers = arguments.compactMap { UInt64($0) }
    guard numbers.count == arguments.count, numbers.count <= 2 else {
      print("usage: RandomInterfaces [COUNT [SEED]]")
      exit(2)
    }
    #if Libvirt
      let count = numbers.first ?? 10_000
      let seed = numbers.count > 1 ? numbers[1] : UInt64.random(in: 0...999_999)
      var run = Run(libvirt: try LibvirtVersion.installed(), probe: try DefinitionProbe())
      print("libvirt \(run.libvirt), \(count) interfaces, SEED=\(seed)")
      var maker = Maker(seed: seed)
      for number in 0..<count { run.add(try maker.interface(), number: number) }
      print(run)
      exit(run.isClean ? 0 : 1)
    #else
      print("this was built without libvirt: add --traits Libvirt")
      exit(2)
    #endif
  }
}
