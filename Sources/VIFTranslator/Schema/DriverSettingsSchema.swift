import InterfaceXML
import VIFModel

extension Driver.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .name: .words(Driver.Name.ofQEMU.map(\.rawValue))
    case .txmode: .words(of: Driver.TransmitMode.self)
    case .queues: .integer(QueueCount.counts)
    case .rxQueueSize, .txQueueSize: .values(QueueSize.sizes.map { .integer($0) })
    case .host: .closed(HostOffloads.Key.self)
    case .guest: .closed(GuestOffloads.Key.self)
    case .ioeventfd, .eventIdx, .rss, .rssHashReport, .iommu, .ats, .packed, .pagePerVq: .onOff
    }
  }
}

extension HostOffloads.Key: DescribedKey {
  var schema: JSONSchema { .onOff }
}

extension GuestOffloads.Key: DescribedKey {
  var schema: JSONSchema { .onOff }
}
