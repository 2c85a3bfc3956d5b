import Diagnostics
import InterfaceXML
import JSONText

extension Driver {
  enum Key: String, CaseIterable {
    case name, txmode, ioeventfd, queues, rss, iommu, ats, packed, host, guest
    case eventIdx = "event_idx"
    case rxQueueSize = "rx_queue_size"
    case txQueueSize = "tx_queue_size"
    case rssHashReport = "rss_hash_report"
    case pagePerVq = "page_per_vq"
  }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var driver = Driver()
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .name: driver.name = try reader.readWord(among: Driver.Name.ofQEMU)
      case .txmode: driver.txmode = try reader.readWord()
      case .ioeventfd: driver.ioeventfd = try reader.readTruth("on", "off")
      case .eventIdx: driver.eventIdx = try reader.readTruth("on", "off")
      case .queues: driver.queues = try QueueCount(reader.readInteger())
      case .rxQueueSize: driver.rxQueueSize = try QueueSize(reader.readInteger())
      case .txQueueSize: driver.txQueueSize = try QueueSize(reader.readInteger())
      case .rss: driver.rss = try reader.readTruth("on", "off")
      case .rssHashReport: driver.rssHashReport = try reader.readTruth("on", "off")
      case .iommu: driver.iommu = try reader.readTruth("on", "off")
      case .ats: driver.ats = try reader.readTruth("on", "off")
      case .packed: driver.packed = try reader.readTruth("on", "off")
      case .pagePerVq: driver.pagePerVq = try reader.readTruth("on", "off")
      case .host:
        let offloads = try HostOffloads(reading: &reader)
        driver.host = offloads == HostOffloads() ? nil : offloads
      case .guest:
        let offloads = try GuestOffloads(reading: &reader)
        driver.guest = offloads == GuestOffloads() ? nil : offloads
      }
    }
    self = driver
  }
}

extension HostOffloads {
  enum Key: String, CaseIterable {
    case csum, gso, tso4, tso6, ecn, ufo
    case mergeableReceiveBuffers = "mrg_rxbuf"
  }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var offloads = HostOffloads()
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      let isOn = try reader.readTruth("on", "off")
      switch key {
      case .csum: offloads.csum = isOn
      case .gso: offloads.gso = isOn
      case .tso4: offloads.tso4 = isOn
      case .tso6: offloads.tso6 = isOn
      case .ecn: offloads.ecn = isOn
      case .ufo: offloads.ufo = isOn
      case .mergeableReceiveBuffers: offloads.mergeableReceiveBuffers = isOn
      }
    }
    self = offloads
  }
}

extension GuestOffloads {
  enum Key: String, CaseIterable { case csum, tso4, tso6, ecn, ufo }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var offloads = GuestOffloads()
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      let isOn = try reader.readTruth("on", "off")
      switch key {
      case .csum: offloads.csum = isOn
      case .tso4: offloads.tso4 = isOn
      case .tso6: offloads.tso6 = isOn
      case .ecn: offloads.ecn = isOn
      case .ufo: offloads.ufo = isOn
      }
    }
    self = offloads
  }
}
