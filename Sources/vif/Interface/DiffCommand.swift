import ArgumentParser
import Diagnostics
import FileAccess
import Glibc
import InterfaceXML

/// `vif diff`: in what interfaces differ.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells in what two interfaces differ, field by field.",
    discussion: """
      Each file holds an <interface>, a list of devices or a whole <domain>; of those, interfaces \
      are compared that have the same MAC address, alias or place. What libvirt adds by itself does \
      not count: the names, aliases and addresses that it gives, the case of a MAC address, the form \
      of a number, a value that is the default; --exact counts all of it. The exit status is 0 when \
      they are equal, 1 when they differ and 2 when one cannot be read.
      """
  )

  /// How the answer is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Flag(help: "Count every difference of the documents but white space and order.")
  var exact = false

  @Option(help: "Text, or one object of JSON.")
  var format = Format.text

  @Argument(help: ArgumentHelp("The first; '-' is the standard input.", valueName: "a"))
  var left: String

  @Argument(help: ArgumentHelp("The second; '-' is the standard input.", valueName: "b"))
  var right: String

  func validate() throws { try task.validate() }

  func run() throws { try task.run() }

  /// What was asked for.
  var task: DiffTask { DiffTask(exact: exact, format: format, left: left, right: right) }
}

/// What `vif diff` does.
struct DiffTask {
  let exact: Bool
  let format: DiffCommand.Format
  let left: String
  let right: String

  fileprivate func validate() throws {
    if left == "-", right == "-" { throw ValidationError("standard input can be read once") }
  }
}

extension DiffTask: PlainTask {
  init(plain arguments: inout PlainArguments) throws {
    exact = arguments.flag("--exact")
    format = try arguments.value("--format") ?? .text
    let files = try arguments.operands(2...2)
    (left, right) = (files[0], files[1])
    try validate()
  }

  func run() throws {
    let pairs = InterfacePairs(try interfaces(left), try interfaces(right)).pairs
    var differences: [(name: String, list: [InterfaceDifference])] = []
    for pair in pairs {
      let list = try compare(pair)
      if !list.isEmpty { differences.append((pair.name, list)) }
    }
    switch format {
    case .json: try StandardOutput.write(json(differences) + "\n")
    case .text:
      let paint = Paint.onStandardOutput
      var output = StandardOutput()
      for (name, list) in differences {
        if pairs.count > 1 { try output.write("interface \(name.withoutControls)\n") }
        for difference in list { try output.write(difference.text(paint) + "\n") }
      }
      try output.flush()
    }
    if !differences.isEmpty { throw ExitStatus.failed }
  }

  private func interfaces(_ file: String) throws(ExitStatus) -> [XMLElement] {
    do throws(Diagnostic) {
      let document = try InterfaceDocument(parsing: DocumentRun.text(of: file))
      for repair in document.repairs {
        StandardError.write("warning", repair, at: DocumentRun.name(of: file))
      }
      return document.interfaces.map(\.element)
    } catch {
      StandardError.write("error", error, at: DocumentRun.name(of: file))
      throw .usage
    }
  }

  private func compare(_ pair: InterfacePairs.Pair) throws(ExitStatus) -> [InterfaceDifference] {
    guard let left = pair.left, let right = pair.right else {
      return [
        InterfaceDifference(
          path: JSONPointer(),
          left: pair.left?.description,
          right: pair.right?.description
        )
      ]
    }
    if exact { return XMLElement.differences(between: left, and: right) }
    let first = try interface(left, self.left)
    let second = try interface(right, self.right)
    do throws(Diagnostic) {
      return try first.differences(to: second)
    } catch {
      StandardError.write("error", error)
      throw .usage
    }
  }

  private func interface(_ element: XMLElement, _ file: String) throws(ExitStatus) -> Interface {
    do throws(Diagnostic) {
      return try Interface(element)
    } catch {
      StandardError.write("error", error, at: DocumentRun.name(of: file))
      throw .usage
    }
  }

  private func json(_ differences: [(name: String, list: [InterfaceDifference])]) -> String {
    let list = differences.flatMap { name, list in
      list.map { difference in
        JSONLine.object([
          "interface": .string(name), "path": .string("\(difference.path)"),
          "left": .string(difference.left), "right": .string(difference.right),
        ])
      }
    }
    let equal = list.isEmpty ? "true" : "false"
    return "{\"equal\":\(equal),\"differences\":\(JSONLine.array(list))}"
  }
}
