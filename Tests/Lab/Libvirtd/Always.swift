/// Runs `body`, and then `cleanUp` whatever became of it; the error of the former goes first.
func always(
  _ cleanUp: () async throws -> Void,
  after body: () async throws -> Void
) async throws {
  let result: Result<Void, any Error>
  do {
    try await body()
    result = .success(())
  } catch {
    result = .failure(error)
  }
  do {
    try await cleanUp()
  } catch {
    try result.get()
    throw error
  }
  try result.get()
}
