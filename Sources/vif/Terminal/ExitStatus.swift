/// What the tool's exit status says; thrown to end with it after all has been said.
enum ExitStatus: Int32, Error {
  /// Done, or already so.
  case done = 0
  /// Refused or failed.
  case failed = 1
  /// Wrong usage, or input that cannot be read.
  case usage = 2
  /// Not found, or ambiguous.
  case notFound = 3
  /// Timed out, with the device still there.
  case stillAttached = 4
  /// Failed in the middle; what was done has been undone.
  case rolledBack = 5
}
