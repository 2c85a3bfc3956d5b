import ArgumentParser
import Diagnostics
import NovaImport
import VIFModel
import VIFTranslator

extension ObjectCommand {
  /// `vif object schema`.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Prints a JSON Schema (draft 2020-12) of what a command reads.",
      discussion: """
        item: what 'vif xml' and 'vif attach' read. guest: the guest settings of an item, or of \
        the file behind --guest. import: what 'vif import' reads. convert: what 'vif object convert --format json' reads. CLASS: \
        the primitives of one class of os-vif.
        """
    )

    @Argument(
      help: ArgumentHelp("What is described.", valueName: "item|guest|import|convert|class"),
      transform: Subject.init
    )
    var subject = Subject.item

    func run() throws {
      var output = StandardOutput()
      try output.write(subject.schema + "\n")
      try output.flush()
    }
  }
}

extension ObjectCommand.Schema {
  /// What there is a schema of.
  enum Subject {
    case item, guest, records, convert
    case primitive(ClassDeclaration)
  }
}

extension ObjectCommand.Schema.Subject {
  init(_ name: String) throws {
    switch name {
    case "item": self = .item
    case "guest": self = .guest
    case "import": self = .records
    case "convert": self = .convert
    default:
      let classes = OSVIFObject.declarations
      guard let declaration = classes.first(where: { $0.name == name }) else {
        let names = ["item", "guest", "import", "convert"] + classes.map(\.name)
        let guess = nearest(to: name, among: names).map { ": did you mean \($0)?" } ?? ""
        throw ValidationError("there is no schema of '\(Diagnostic.shortened(name))'\(guess)")
      }
      self = .primitive(declaration)
    }
  }

  fileprivate var schema: String {
    switch self {
    case .item: TranslationRequest.jsonSchema
    case .guest: GuestSettings.jsonSchema
    case .records: ImportRequest.jsonSchema
    case .convert: ObjectConversion.jsonSchema
    case .primitive(let declaration): declaration.jsonSchema
    }
  }
}
