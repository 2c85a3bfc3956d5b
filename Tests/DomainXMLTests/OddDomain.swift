/// A domain whose text is as odd as XML allows, made of pieces, some of them interfaces.
struct OddDomain {
  /// The text in pieces, and which of them are interfaces of the domain.
  private(set) var pieces: [(text: String, isInterface: Bool)] = []
  private var dice: Dice
  private var count = 0

  init(seed: UInt64) {
    dice = Dice(seed: seed)
    add(dice.pick("", "\u{FEFF}", "<?xml version='1.0'?>", "<!-- <domain> -->\n"))
    add("<domain a='>'>")
    blank()
    add(dice.pick("", "<metadata><interface/><x:interface xmlns:x='u'/></metadata>"))
    add("<devices\(dice.pick("", " ", " a=\"'/>\""))>")
    for _ in 0..<dice.next() % 9 {
      blank()
      if dice.next().isMultiple(of: 2) { addInterface() } else { add(other()) }
    }
    blank()
    add("</devices>")
    blank()
    add("</domain>\(dice.pick("", "\n", "\r\n<!-- end -->"))")
  }

  /// The whole text.
  var text: String { pieces.map(\.text).joined() }

  /// How many interfaces it has.
  var interfaces: [String] { pieces.filter(\.isInterface).map(\.text) }

  private mutating func add(_ text: String) { pieces.append((text, false)) }

  private mutating func blank() {
    add(dice.pick("", " ", "\n", "\n  ", "\r\n\t", "\n\n      ", " \n ", "\n  <!-- a --> "))
  }

  private mutating func other() -> String {
    dice.pick(
      "<disk/>",
      "<serial type='pty'>x<![CDATA[<interface/>]]></serial>",
      "<!-- <interface> -->",
      "<?i <interface/> ?>",
      "<interface xmlns='u'/>",
      "<rng a='>' b=\"/>'\"\n/>",
      "<console><interface/></console>",
      "<filesystem ></filesystem\n>",
      "&lt;interface/>"
    )
  }

  private mutating func addInterface() {
    count += 1
    let mac = "<mac address='52:54:00:00:00:\(count < 10 ? "0" : "")\(count)'/>"
    let inside = dice.pick(
      mac,
      " \(mac) ",
      "\n\(mac)\n",
      "<!-- </interface> -->\(mac)",
      "\n      \(mac)\n    ",
      "\r\n\t\t<source a='>\n'/>\r\n\t\t\(mac)\r\n\t",
      "<x>\n y </x>\(mac)"
    )
    let end = dice.pick(">\(inside)</interface>", " type='user' >\(inside)</interface >")
    pieces.append(("<interface\(end)", true))
  }
}

/// Random numbers that a seed determines (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// One of these.
  mutating func pick(_ texts: String...) -> String { texts[Int(next() % UInt64(texts.count))] }
}
