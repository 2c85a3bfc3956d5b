import Foundation
import Testing

/// One run of the built `vif`.
struct Tool {
  let status: Int32
  let output: String
  let errors: String

  init(_ arguments: String...) async throws { try await self.init(arguments) }

  init(_ arguments: [String]) async throws {
    let process = Process()
    // SwiftPM puts the tests' bundle and the package's programs side by side.
    process.executableURL = try #require(Bundle.main.executableURL)
      .deletingLastPathComponent().appending(path: "vif")
    process.arguments = arguments
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
    }
    self.status = status
    // What is written is far less than a pipe holds.
    self.output = try Self.text(output)
    self.errors = try Self.text(errors)
  }

  private static func text(_ pipe: Pipe) throws -> String {
    String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  }
}
