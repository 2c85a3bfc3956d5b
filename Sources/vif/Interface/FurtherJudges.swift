import ArgumentParser
import Diagnostics
import InterfaceXML
import LibvirtAttach

/// Who else is asked what they have against an interface, besides the rules of a version.
struct JudgeOptions: ParsableArguments {
  @Flag(help: "Ask libvirt's own RelaxNG schema, too, as 'virsh define --validate' does.")
  var schema = false

  @Option(
    help: ArgumentHelp("Where the schema is, if --schema is given.", valueName: "file")
  )
  var schemaFile = InterfaceSchema.defaultPath

  @Flag(help: "Ask the parser of the installed libvirt, too; no daemon is needed.")
  var parser = false

  /// What was asked for.
  var choice: JudgeChoice {
    JudgeChoice(schema: schema, schemaFile: schemaFile, parser: parser)
  }
}

/// Which further judges are asked.
struct JudgeChoice {
  /// Whether the schema is.
  let schema: Bool
  /// Where the schema is.
  let schemaFile: String
  /// Whether libvirt's parser is.
  let parser: Bool

  /// Gets the judges ready.
  ///
  /// - Throws: ``ExitStatus/usage``, after having said which one is missing.
  func judges() throws(ExitStatus) -> FurtherJudges {
    var judges = FurtherJudges()
    if schema {
      do throws(Diagnostic) {
        judges.schema = try InterfaceSchema(path: schemaFile)
      } catch {
        StandardError.write("error", error)
        throw .usage
      }
    }
    if parser {
      #if Libvirt
        do throws(LibvirtError) {
          judges.parser = try DefinitionProbe()
        } catch {
          StandardError.write("error: libvirt's parser cannot be asked: \(error.message)")
          throw .usage
        }
      #else
        _ = builtWithoutLibvirt()
        throw .usage
      #endif
    }
    return judges
  }
}

extension JudgeChoice: PlainArgumentsReading {
  init(plain arguments: inout PlainArguments) throws {
    schema = arguments.flag("--schema")
    schemaFile = try arguments.value("--schema-file") ?? InterfaceSchema.defaultPath
    parser = arguments.flag("--parser")
  }
}

/// The schema and the parser, as far as they are asked.
struct FurtherJudges {
  var schema: InterfaceSchema?
  #if Libvirt
    var parser: DefinitionProbe?
  #endif

  /// What they have against an interface.
  func findings(on element: XMLElement) -> [Finding] {
    var findings = schema?.findings(in: element).map { Finding(.error, $0) } ?? []
    #if Libvirt
      if let refusal = refusal(of: element) { findings.append(Finding(.error, refusal)) }
    #endif
    return findings
  }

  #if Libvirt
    private func refusal(of element: XMLElement) -> Diagnostic? {
      guard let parser else { return nil }
      do throws(LibvirtError) {
        _ = try parser.normalForm(of: element.description)
        return nil
      } catch {
        return Diagnostic(
          .parserRefused,
          "the installed libvirt refuses it: \(error.message) (error \(error.code))"
        )
      }
    }
  #endif
}

extension Diagnostic.Code {
  /// The installed libvirt's parser refuses an interface.
  static let parserRefused = Diagnostic.Code(rawValue: "parser.refused")
}
