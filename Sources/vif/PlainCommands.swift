/// The commands that a short run is likely to be of, made of plain arguments without the library.
///
/// Those that talk to libvirt are not among them: they wait for it longer than for the library.
enum PlainCommands {
  /// What is to be done for these arguments; nil when the library has to look at them.
  static func task(of arguments: [String]) -> (any PlainTask)? {
    guard let name = arguments.first, let kind = kind(named: name) else { return nil }
    var plain = PlainArguments(arguments.dropFirst())
    return try? kind.init(plain: &plain)
  }

  /// What a command of this name does.
  private static func kind(named name: String) -> (any PlainTask.Type)? {
    switch name {
    case "xml": XMLTask.self
    case "import": ImportTask.self
    case "check": CheckTask.self
    case "format": FormatTask.self
    case "diff": DiffTask.self
    default: nil
    }
  }
}
