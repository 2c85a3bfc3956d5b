import Diagnostics
import Testing
import ToolRun

@testable import LibvirtAttach

@Suite struct VHostUserPeerTests {
  @Test func `leaves a file that is no socket`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("kept", to: "vhu")
    #expect(throws: Diagnostic(.hostVhostUserPath, "")) {
      try VHostUserPeer.refuseIfNobodyConnects(to: path)
    }
    #expect(folder.text(of: "vhu") == "kept")
  }

  @Test func `leaves a socket that somebody listens at, whatever path leads to it`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("one")
    try folder.link("other", to: folder("one"))
    guard let socket = UnixSocket(), socket.listen(at: folder("one/vhu")) else {
      Issue.record("nobody can listen in the folder")
      return
    }
    for name in ["one/vhu", "other/vhu"] {
      #expect(throws: Diagnostic(.hostVhostUserPath, "")) {
        try VHostUserPeer.refuseIfNobodyConnects(to: folder(name))
      }
      #expect(FileIdentity(folder("one/vhu"))?.isSocket == true)
    }
  }

  @Test func `leaves a socket of which nobody can see who listens there`() throws {
    let folder = try TemporaryFolder()
    let path = folder("vhu")
    guard let socket = UnixSocket(), socket.listen(at: path) else {
      Issue.record("nobody can listen in the folder")
      return
    }
    let old = FileIdentity(path)
    try VHostUserPeer.refuseIfNobodyConnects(to: path, sockets: folder("none"))
    #expect(FileIdentity(path) == old)
  }
}
