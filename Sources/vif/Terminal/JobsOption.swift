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

  func validate() throws { try choice.validate() }

  /// What was asked for.
  var choice: Jobs { Jobs(number: jobs) }
}

/// How many pieces of the input are worked on at once.
struct Jobs: PlainArgumentsReading {
  /// How many were asked for.
  var number: Int?

  init(number: Int?) { self.number = number }

  init(plain arguments: inout PlainArguments) throws {
    number = try arguments.value("--jobs")
    try validate()
  }

  fileprivate func validate() throws {
    if let number, !(1...1024).contains(number) {
      throw ValidationError("--jobs is a number from 1 to 1024")
    }
  }

  /// How many pieces.
  var count: Int { number ?? max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }
}
