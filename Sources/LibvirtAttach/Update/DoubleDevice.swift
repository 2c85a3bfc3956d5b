import Diagnostics
import DomainXML

/// A device that a replacement was to take off, and that is there beside the new one.
///
/// The guest has not given it up, or whoever replaced it was cut off.
struct DoubleDevice: Hashable {
  /// Where both are.
  let definition: Definition
  /// The one that was to go: the guest may have been asked for it.
  let old: AttachedInterface
  /// The one that came last, and stays.
  let new: AttachedInterface
}

extension DomainSnapshot {
  /// What is there besides the devices of a standing, and was to give way to them.
  func doubles(
    of document: AttachDocument,
    _ standing: DeviceStanding,
    _ ownership: Ownership
  ) -> [DoubleDevice] {
    standing.all.flatMap { definition, standing -> [DoubleDevice] in
      guard let new = standing.device, let description = definition == .live ? live : config
      else { return [] }
      return description.olderPlaces(of: document, ownership).map {
        DoubleDevice(definition: definition, old: description.devices[$0], new: new)
      }
    }
  }
}

extension Diagnostic {
  /// A guest that has a device twice.
  static func bothPresent(_ double: DoubleDevice) -> Diagnostic {
    Diagnostic(
      .changeBothPresent,
      "the guest has the new device (\(double.new.identity)) beside the old one "
        + "(\(double.old.identity))",
      remedy: "replace it again once the guest answers (--replace), or detach the old one"
    )
  }

  /// A replacement that was cut off, and is finished now.
  static func resumed(_ double: DoubleDevice) -> Diagnostic {
    Diagnostic(
      .changeResumed,
      "a replacement that was cut off was finished: \(double.definition.place) had the old device "
        + "(\(double.old.identity)) beside the new one"
    )
  }
}

extension Diagnostic.Code {
  /// A new device is in the guest, and the old one in whose place it is to be, too.
  public static let changeBothPresent = Self(rawValue: "change.both-present")
  /// A replacement that was cut off before was finished.
  public static let changeResumed = Self(rawValue: "change.resumed")
}

#if Libvirt
  extension DeviceChange {
    /// Takes off what replacements that were cut off have left, and goes on from there.
    ///
    /// - Parameter parts: The definitions that the device is to be changed in.
    func finish(
      _ doubles: [DoubleDevice],
      _ parts: DefinitionParts
    ) async throws(HotPlugError) -> ChangeReport {
      let rest = budget.rest
      var attempts = 0
      for double in doubles {
        switch double.definition {
        case .config: _ = try await domain.removeFromConfiguration(double.old, live: nil)
        case .live:
          let unplug = try await unplug(double.old)
          attempts += unplug.attempts
          guard unplug.end != .gone else { continue }
          return report(of: double, unplug.end, attempts)
        }
      }
      // What the guest has taken does not count.
      var report = try await with(document, within: TimeBudget(rest)).goOn(with: parts)
      for double in doubles {
        report.warnings.append(.resumed(double))
        switch double.definition {
        case .live where report.live == .unchanged: report.live = .replaced
        case .config where report.config == .unchanged: report.config = .updated
        case .live, .config: break
        }
      }
      report.attempts += attempts
      return report
    }

    /// Brings the device to what is asked for after something was taken off, which an error tells.
    private func goOn(
      with parts: DefinitionParts
    ) async throws(HotPlugError) -> ChangeReport {
      var sighting = Sighting.unseen(in: parts)
      do {
        let now = try await domain.look().snapshot
        let standing = try now.standing(of: document, in: parts, options.ownership)
        sighting = Sighting(standing)
        return try await bring(standing, now)
      } catch {
        throw error.sighting == nil ? .interrupted(error, sighting) : error
      }
    }

    /// What became of a guest that has not given the old device up.
    private func report(
      of double: DoubleDevice,
      _ end: Unplug.End,
      _ attempts: Int
    ) -> ChangeReport {
      var report = ChangeReport(live: .guestEnded, device: double.old)
      report.attempts = attempts
      if case .stillAttached(let obstacle) = end {
        report.live = .stillAttached
        report.obstacle = obstacle
        report.warnings = [.bothPresent(double)]
      }
      return report
    }
  }
#endif
