import ArgumentParser
import Glibc

/// `--jobs`.
struct JobsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many pieces of the input are worked on at once; without it, as many as there are processors.",
      valueName: "number"
    )
  )
  private var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 1024")
    }
  }

  /// How many pieces.
  var count: Int { jobs ?? max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }
}
