import Diagnostics

extension CodeExplanation {
  /// Of XML documents, and of what libvirt does not know in them.
  static let ofDocuments = ofUnreadableDocuments + ofUnreadParts + ofWriting

  private static let ofUnreadableDocuments = [
    CodeExplanation(
      .xmlMalformed,
      """
      The text is not well-formed XML. The message has the line where libxml2, which libvirt reads \
      with too, stopped, and its reason: a tag that is not closed, a bare '&' or '<' in a value, an \
      attribute twice.
      """,
      .document("<interface type='user'>")
    ),
    CodeExplanation(
      .xmlDocumentType,
      """
      The document has a DOCTYPE. It has no place in libvirt's documents, and through it come \
      entities, which may read files of this machine or grow without end. It is refused before \
      anything in it is followed. Remove it.
      """,
      .document("<!DOCTYPE interface>\n<interface type='user'/>")
    ),
    CodeExplanation(
      .xmlNoParser,
      """
      libxml2 is loaded when XML is first read, and was not found then, or lacks a function. The \
      dynamic linker's words stand beside it, with the name that it looks for. Install it (Debian: \
      libxml2); in a folder of its own, name that in LD_LIBRARY_PATH. What only writes XML, as \
      'vif xml', works without it.
      """
    ),
    CodeExplanation(
      .xmlTooLarge,
      """
      The document is longer than 4 MiB. That is what libvirt takes as one text from a client; a \
      domain has some ten thousand bytes. It is an error of every command that reads documents.
      """
    ),
    CodeExplanation(
      .xmlEncoding,
      """
      The document says that it is in another encoding than UTF-8. All texts are read and written as \
      UTF-8 here; read so, its values may be others than were meant. Convert it and its declaration, as \
      with 'iconv'. libvirt prints UTF-8 without a declaration.
      """,
      .document("<?xml version='1.0' encoding='ISO-8859-1'?>\n<interface type='user'/>")
    ),
    CodeExplanation(
      .xmlNoInterface,
      """
      The document is well-formed XML and holds no interfaces. It must be an <interface>, a <devices> \
      with some in it, or a whole <domain>. The <interface> of 'virsh iface-dumpxml' is one of the \
      host's and another thing.
      """,
      .document("<network/>")
    ),
    CodeExplanation(
      .interfaceMalformed,
      """
      An element was to be read as an <interface> and has another name. Give the <interface> itself, \
      or the <domain> or <devices> around it where the command takes those.
      """
    ),
    CodeExplanation(
      .xmlRepaired,
      """
      libvirt has printed a value without escaping it, so the document was not XML; it is read as if \
      it had been escaped. All versions up to 12.8 print the profileid of a port, a filter's name and \
      the address in <local> so. Other programs cannot read such a domain. Rename the profile or \
      filter, without < & and apostrophes.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br-int'/>
          <virtualport type='openvswitch'>
            <parameters profileid='Tom & Sons'/>
          </virtualport>
        </interface>
        """
      )
    ),
  ]

  private static let ofUnreadParts = [
    CodeExplanation(
      .xmlAttributeMissing,
      """
      An element lacks an attribute that libvirt asks for, and libvirt refuses the interface. \
      Newer versions do without some: a vhostuser source needs no type, path or mode since 11.1, a \
      vds source only its switchid since 11.0, a route no address since 12.2. Add the attribute.
      """,
      .document(
        """
        <interface type='bridge'>
          <source/>
        </interface>
        """
      ),
      .document(
        """
        <interface type='vhostuser'>
          <source type='unix' path='/run/vhu0'/>
          <model type='virtio'/>
        </interface>
        """,
        libvirt: "9.0.0"
      )
    ),
    CodeExplanation(
      .xmlUnknownAttribute,
      """
      libvirt does not read this attribute here, and drops it without a word. Either the name is \
      mistyped, or the attribute has no meaning on this type, beside this model, or in this version. \
      Plugging in never checks against the schema: only 'virsh define --validate' does. Mend the \
      name, or leave it out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='virtio'/>
          <driver queue='4'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .xmlUnknownElement,
      """
      libvirt does not read this element here, and drops it without a word. Either the name is \
      mistyped, or the element stands in the wrong one. Plugging in never checks against the schema: \
      only 'virsh define --validate' does. Mend the name, put it where it belongs, or leave it out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <queues>4</queues>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .xmlUnknownText,
      """
      There is text where libvirt looks for none, and drops it without a word. Only <sndbuf> holds \
      text; everything else is said by attributes. Put the value into the attribute, or leave the \
      text out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <mtu>9000</mtu>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .xmlUnescaped,
      """
      libvirt takes the value, and does not escape it when it prints the domain. With a <, & or ' \
      inside, what 'virsh dumpxml' prints is no XML, and the stored domain cannot be read again. It \
      is so with profile ids, names of filters, addresses of sockets and ports of USB devices. \
      Choose a name without these characters.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br-int'/>
          <virtualport type='openvswitch'>
            <parameters profileid='a&lt;b'/>
          </virtualport>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .xmlRepeatedElement,
      """
      An element stands there again where libvirt reads only the first. The others are dropped \
      without a word; a second <inbound> or <outbound> is refused before libvirt 11.0. Put everything \
      into one element, as the <parameters> of a port: nova writes four for 802.1Qbg, and libvirt \
      sees one.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <source bridge='br1'/>
        </interface>
        """
      ),
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <bandwidth>
            <inbound average='1000'/>
            <inbound average='2000'/>
          </bandwidth>
        </interface>
        """,
        libvirt: "9.0.0"
      )
    ),
  ]

  private static let ofWriting = [
    CodeExplanation(
      .xmlCharacter,
      """
      A value holds a character that no XML document can, as a control character. libxml2 would write \
      it all the same or put another in its place, and libvirt would drop it or refuse the document. \
      Remove it where the value comes from: mostly it was cut out of something binary.
      """
    ),
    CodeExplanation(
      .valueCharacter,
      """
      A value has a character that libvirt prints without escaping it. libvirt takes it, and from then \
      on 'virsh dumpxml' prints a domain that is not XML, which no program can read. Rename the \
      thing, without < > & and quotes.
      """
    ),
  ]
}
