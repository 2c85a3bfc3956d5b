public import Diagnostics
package import JSONText

/// An object of any of os-vif's 31 classes.
public enum OSVIFObject: Hashable, Sendable {
  /// A VIF.
  case vif(VIF)
  /// A port profile.
  case portProfile(PortProfile)
  /// A datapath offload.
  case datapathOffload(DatapathOffload)
  /// The abstract base of VIFs.
  case vifBase(VIFBase)
  /// A network.
  case network(Network)
  /// A subnet.
  case subnet(Subnet)
  /// A list of subnets.
  case subnetList(SubnetList)
  /// A route.
  case route(Route)
  /// A list of routes.
  case routeList(RouteList)
  /// A fixed IP address.
  case fixedIP(FixedIP)
  /// A list of fixed IP addresses.
  case fixedIPList(FixedIPList)
  /// A virtual machine.
  case instanceInfo(InstanceInfo)
  /// What a host understands.
  case hostInfo(HostInfo)
  /// What a plugin understands.
  case hostPluginInfo(HostPluginInfo)
  /// What a plugin understands of a VIF type.
  case hostVIFInfo(HostVIFInfo)
  /// What a plugin understands of a port profile.
  case hostPortProfileInfo(HostPortProfileInfo)
}

extension OSVIFObject {
  /// The name of the class in os-vif.
  public var className: String { type(of: object).className }

  /// The version that the object came with.
  public var version: ObjectVersion { object.version }

  /// Reads an object from an os-vif primitive, the JSON text of `obj_to_primitive()`.
  ///
  /// - Parameters:
  ///   - json: One JSON value and nothing else.
  ///   - warnings: Gets what was passed over, such as unknown fields.
  /// - Throws: As ``VIF/init(json:warnings:)``.
  public init(json: String, warnings: inout [Diagnostic]) throws(Diagnostic) {
    let read = try JSONReader.read(json) { reader throws(Diagnostic) in
      (object: try OSVIFObject(reading: &reader), warnings: reader.warnings)
    }
    self = read.object
    warnings += read.warnings
  }

  /// The object as an os-vif primitive, on one line.
  public var json: String {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.text
  }

  /// The object in an older version of its class, or with older versions of the objects inside.
  ///
  /// - Parameters:
  ///   - version: The version; nil for what `levels` says of the class.
  ///   - levels: The versions of the objects inside; nil for the newest that any release had in
  ///     which this class had this version.
  ///   - warnings: Gets what was left out although it meant something.
  /// - Throws: `level.newer`.
  public func levelled(
    to version: ObjectVersion?,
    levels: Levels?,
    warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> OSVIFObject {
    var change = TopLevelChange(version: version, levels: levels, warnings: warnings)
    let object = try mapped(&change)
    warnings = change.warnings
    return object
  }

  /// What is declared of every class.
  public static let declarations: [ClassDeclaration] = [
    ClassDeclaration(of: VIFBase.self),
    ClassDeclaration(of: VIFGeneric.self),
    ClassDeclaration(of: VIFBridge.self),
    ClassDeclaration(of: VIFOpenVSwitch.self),
    ClassDeclaration(of: VIFDirect.self),
    ClassDeclaration(of: VIFVHostUser.self),
    ClassDeclaration(of: VIFHostDevice.self),
    ClassDeclaration(of: VIFNestedDPDK.self),
    ClassDeclaration(of: DatapathOffloadBase.self),
    ClassDeclaration(of: DatapathOffloadRepresentor.self),
    ClassDeclaration(of: PortProfileBase.self),
    ClassDeclaration(of: PortProfileOpenVSwitch.self),
    ClassDeclaration(of: PortProfileFPOpenVSwitch.self),
    ClassDeclaration(of: PortProfileOVSRepresentor.self),
    ClassDeclaration(of: PortProfileFPBridge.self),
    ClassDeclaration(of: PortProfileFPTap.self),
    ClassDeclaration(of: PortProfile8021Qbg.self),
    ClassDeclaration(of: PortProfile8021Qbh.self),
    ClassDeclaration(of: PortProfileK8sDPDK.self),
    ClassDeclaration(of: Network.self),
    ClassDeclaration(of: Subnet.self),
    ClassDeclaration(of: SubnetList.self),
    ClassDeclaration(of: Route.self),
    ClassDeclaration(of: RouteList.self),
    ClassDeclaration(of: FixedIP.self),
    ClassDeclaration(of: FixedIPList.self),
    ClassDeclaration(of: InstanceInfo.self),
    ClassDeclaration(of: HostInfo.self),
    ClassDeclaration(of: HostPluginInfo.self),
    ClassDeclaration(of: HostVIFInfo.self),
    ClassDeclaration(of: HostPortProfileInfo.self),
  ]
}

extension OSVIFObject: ObjectChoice {
  package static let classNames = declarations.map(\.name)

  package static func read(
    classAt index: Int,
    _ version: ObjectVersion?,
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self? {
    guard classNames.indices.contains(index) else { return nil }
    let name = classNames[index]
    if let index = VIF.classNames.firstIndex(of: name) {
      return try VIF.read(classAt: index, version, changes, &reader).map { .vif($0) }
    }
    if let index = PortProfile.classNames.firstIndex(of: name) {
      return try PortProfile.read(classAt: index, version, changes, &reader).map {
        .portProfile($0)
      }
    }
    if let index = DatapathOffload.classNames.firstIndex(of: name) {
      return try DatapathOffload.read(classAt: index, version, changes, &reader).map {
        .datapathOffload($0)
      }
    }
    return switch name {
    case VIFBase.className: .vifBase(try VIFBase(data: &reader, version: version, changes: changes))
    case Network.className: .network(try Network(data: &reader, version: version, changes: changes))
    case Subnet.className: .subnet(try Subnet(data: &reader, version: version, changes: changes))
    case SubnetList.className:
      .subnetList(try SubnetList(data: &reader, version: version, changes: changes))
    case Route.className: .route(try Route(data: &reader, version: version, changes: changes))
    case RouteList.className:
      .routeList(try RouteList(data: &reader, version: version, changes: changes))
    case FixedIP.className: .fixedIP(try FixedIP(data: &reader, version: version, changes: changes))
    case FixedIPList.className:
      .fixedIPList(try FixedIPList(data: &reader, version: version, changes: changes))
    case InstanceInfo.className:
      .instanceInfo(try InstanceInfo(data: &reader, version: version, changes: changes))
    case HostInfo.className:
      .hostInfo(try HostInfo(data: &reader, version: version, changes: changes))
    case HostPluginInfo.className:
      .hostPluginInfo(try HostPluginInfo(data: &reader, version: version, changes: changes))
    case HostVIFInfo.className:
      .hostVIFInfo(try HostVIFInfo(data: &reader, version: version, changes: changes))
    case HostPortProfileInfo.className:
      .hostPortProfileInfo(
        try HostPortProfileInfo(data: &reader, version: version, changes: changes)
      )
    default: nil
    }
  }

  package var object: any DeclaredObject {
    switch self {
    case .vif(let choice): choice.object
    case .portProfile(let choice): choice.object
    case .datapathOffload(let choice): choice.object
    case .vifBase(let object): object
    case .network(let object): object
    case .subnet(let object): object
    case .subnetList(let object): object
    case .route(let object): object
    case .routeList(let object): object
    case .fixedIP(let object): object
    case .fixedIPList(let object): object
    case .instanceInfo(let object): object
    case .hostInfo(let object): object
    case .hostPluginInfo(let object): object
    case .hostVIFInfo(let object): object
    case .hostPortProfileInfo(let object): object
    }
  }

  package consuming func mapped(_ change: inout some ObjectChange) throws(Diagnostic) -> Self {
    switch consume self {
    case .vif(let choice): .vif(try choice.mapped(&change))
    case .portProfile(let choice): .portProfile(try choice.mapped(&change))
    case .datapathOffload(let choice): .datapathOffload(try choice.mapped(&change))
    case .vifBase(let object): .vifBase(try change.changed(object))
    case .network(let object): .network(try change.changed(object))
    case .subnet(let object): .subnet(try change.changed(object))
    case .subnetList(let object): .subnetList(try change.changed(object))
    case .route(let object): .route(try change.changed(object))
    case .routeList(let object): .routeList(try change.changed(object))
    case .fixedIP(let object): .fixedIP(try change.changed(object))
    case .fixedIPList(let object): .fixedIPList(try change.changed(object))
    case .instanceInfo(let object): .instanceInfo(try change.changed(object))
    case .hostInfo(let object): .hostInfo(try change.changed(object))
    case .hostPluginInfo(let object): .hostPluginInfo(try change.changed(object))
    case .hostVIFInfo(let object): .hostVIFInfo(try change.changed(object))
    case .hostPortProfileInfo(let object): .hostPortProfileInfo(try change.changed(object))
    }
  }
}

private struct TopLevelChange: ObjectChange {
  let version: ObjectVersion?
  let levels: Levels?
  var warnings: [Diagnostic]

  mutating func changed<Object: DeclaredObject>(_ object: Object) throws(Diagnostic) -> Object {
    guard let version else {
      guard let levels else { return object }
      return try object.levelled(by: levels, &warnings)
    }
    return try object.levelled(to: version, levels: levels, &warnings)
  }
}
