import LibvirtAttach

extension ChangeReport {
  /// The command's word for what became of a device that was to be there.
  var status: String {
    let outcomes = [live, config]
    if outcomes.contains(.stillAttached) { return "still-attached" }
    if outcomes.contains(.guestEnded) { return "guest-ended" }
    if outcomes.contains(.replaced) { return "replaced" }
    if outcomes.contains(.updated) { return "updated" }
    return outcomes.contains(.changed) ? "attached" : "unchanged"
  }

  /// What became of a device that was to be there, for people.
  func sentence(about name: String) -> String {
    let device = device?.summary ?? "the device"
    return switch status {
    case "unchanged": "\(device) is in \(name) as asked: nothing to do"
    case "still-attached": "\(device) is still in \(name)"
    case "guest-ended": "the guest \(name) has ended"
    default: "\(status) \(device) to \(name): \(changed)"
    }
  }

  /// Tells what became of an item's device.
  ///
  /// - Throws: ``ExitStatus/stillAttached`` when an old device could not be taken off,
  ///   ``ExitStatus/failed`` when nobody takes the output.
  func tell(
    of name: String,
    in format: FormatOption.Format,
    item: Int? = nil
  ) throws(ExitStatus) {
    for warning in warnings { StandardError.write("warning", warning) }
    switch format {
    case .json: try StandardOutput.write("\(json(status: status))\n")
    case .text: try StandardOutput.write("\(sentence(about: name))\n")
    }
    guard let obstacle else { return }
    StandardError.write(
      "error: the guest still has \(device?.summary ?? "the device"): \(obstacle.words(attempts))"
    )
    throw .stillAttached
  }
}

extension ChangeReport.Obstacle {
  /// Why the guest still has the device, after so many attempts.
  func words(_ attempts: Int) -> String {
    let times = attempts == 1 ? "once" : "\(attempts) times"
    return switch self {
    case .timeout: "it was asked \(times), and has not answered"
    case .paused: "it was asked \(times), and is paused"
    case .refused: "it refused to give it up"
    }
  }
}
