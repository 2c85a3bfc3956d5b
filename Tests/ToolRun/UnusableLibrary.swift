/// What the tool finds instead of a shared library.
package enum UnusableLibrary: String, CaseIterable, Sendable {
  /// A file without anything in it.
  case empty
  /// A library that has none of the functions.
  case another

  /// Runs a shell command, for which the tool is `$VIF`, with this under each of these names.
  package func shell(_ names: [String], _ command: String) async throws -> Command {
    let folder = try TemporaryFolder()
    return try await ToolRun.shell(
      """
      file=/dev/null
      if [ "$2" = another ]; then
        file=$(ldd "$VIF" | sed -n 's/.*libm[.]so.* => \\([^ ]*\\) .*/\\1/p')
      fi
      for name in \(names.joined(separator: " ")); do cp "$file" "$1/$name" || exit 99; done
      export LD_LIBRARY_PATH="$1${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
      \(command)
      """,
      folder.path,
      rawValue
    )
  }
}
