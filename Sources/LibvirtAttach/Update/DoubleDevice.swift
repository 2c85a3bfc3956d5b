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
      var removed: [DoubleDevice] = []
      var hasEnded = false
      for double in doubles where !hasEnded || double.definition == .config {
        do throws(HotPlugError) {
          switch double.definition {
          case .config:
            let live: Sighting.Presence? = hasEnded ? .absent : nil
            _ = try await domain.removeFromConfiguration(double.old, live: live)
            removed.append(double)
          case .live:
            let unplug = try await unplug(double.old)
            attempts += unplug.attempts
            switch unplug.end {
            case .gone: removed.append(double)
            case .guestEnded: hasEnded = true
            case .stillAttached(let obstacle):
              return report(of: double, obstacle, attempts, removed)
            }
          }
        } catch {
          guard hasEnded || !removed.isEmpty else { throw error }
          throw await interruption(by: error, in: parts)
        }
      }
      let open = hasEnded ? parts.subtracting(.live) : parts
      // What the guest has taken does not count.
      var report =
        open.isEmpty
        ? ChangeReport(device: doubles.first?.new)
        : try await with(document, within: TimeBudget(rest)).goOn(with: open)
      if hasEnded { report.live = .guestEnded }
      for double in removed {
        report.removals.append(double.old)
        switch double.definition {
        case .live where report.live == .unchanged: report.live = .replaced
        case .config where report.config == .unchanged: report.config = .updated
        case .live, .config: break
        }
        let isGone = double.definition == .live && report.live == .guestEnded
        if report.obstacle == nil, !isGone { report.warnings.append(.resumed(double)) }
      }
      report.attempts += attempts
      return report
    }

    /// Why a change ended that had taken something off already, with what there is now.
    private func interruption(
      by error: HotPlugError,
      in parts: DefinitionParts
    ) async -> HotPlugError {
      let cause = if case .interrupted(let cause, _) = error { cause } else { error }
      guard let now = try? await domain.look().snapshot,
        let standing = try? now.standing(of: document, in: parts, options.ownership)
      else { return .interrupted(cause, .unseen(in: parts)) }
      var sighting = Sighting(standing)
      // The guest was asked, and may yet answer.
      if error.sighting?.live == .underWay { sighting.live = .underWay }
      return .interrupted(cause, sighting)
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
      _ obstacle: ChangeReport.Obstacle,
      _ attempts: Int,
      _ removed: [DoubleDevice]
    ) -> ChangeReport {
      var report = ChangeReport(live: .stillAttached, device: double.old)
      report.attempts = attempts
      report.obstacle = obstacle
      report.removals = removed.map(\.old)
      report.warnings = [.bothPresent(double)]
      return report
    }
  }
#endif
