import Diagnostics

extension CodeExplanation {
  /// Of changes and plans: of what becomes of them, and of what stands against them.
  static let ofChanges = [
    CodeExplanation(
      .changeInterrupted,
      """
      A change was cut off, and the domain does not show it as done. The connection was lost, or an \
      answer did not come; or libvirt has made one half and refused the other, as where a full disk \
      keeps it from storing the configuration once the guest has the device. What a look at the domain \
      showed stands beside it: 'different' is a device that has not become what was asked for, \
      'under-way' means that libvirt is still at it, or that the guest was asked for the device and has \
      not answered. A request that waits may be carried out later. Run the command again: it takes what \
      is there already into account.
      """
    ),
    CodeExplanation(
      .changeUnderWay,
      """
      A device is there as it is asked for, and libvirt has not ended a change of the guest. It writes a \
      device into the running guest's definition before the guest has it, and takes it out again if that \
      fails. Ten seconds were waited for the end of it. 'virsh domcontrol DOMAIN' says what it is at; look \
      again when it is ok.
      """
    ),
    CodeExplanation(
      .changeRolledBack,
      """
      A step of a change failed, and the steps before it were undone. The domain is as it was before; \
      why the step failed is told first. Mend that, and run the command again.
      """
    ),
    CodeExplanation(
      .changeNotRolledBack,
      """
      A step of a change failed, and not all of the steps before it could be undone. The domain is \
      neither as it was nor as it was to be. 'vif plan' shows what is missing; run the command again \
      when the cause is mended, and it goes on from what is there.
      """
    ),
    CodeExplanation(
      .changeContradicted,
      """
      libvirt reported success, and a look at the domain right after it shows something else. The guest \
      may have ended in between, or another program may have changed it back. What was seen stands \
      beside it.
      """
    ),
    CodeExplanation(
      .changeBothPresent,
      """
      A new device was plugged in beside the old one, and the guest has not given the old one up. It \
      may yet: then it is as it was to be. The new one is left in it, since a guest that answers late \
      would else lose both. Replace it again once the guest answers ('vif update --replace', 'vif apply'), \
      or detach the old one by its alias or place.
      """
    ),
    CodeExplanation(
      .changeResumed,
      """
      The guest had a NIC twice: a replacement had been cut off, or the guest had not answered it. What \
      was left of it was taken off now, and the NIC is as it was asked for. Nothing is left to be done.
      """
    ),
    CodeExplanation(
      .undoPending,
      """
      A step of a plan was to be undone, and it may yet take effect. The guest was asked to give a \
      device up and has not answered, or libvirt has a request that it has not ended; neither can be \
      taken back. Look at the domain again once the guest answers, and run the command again: it takes \
      what is there into account.
      """
    ),
    CodeExplanation(
      .undoStillAttached,
      """
      A step of a plan was to be undone after a later one had failed, and the guest keeps its device. \
      The step had plugged it in, and the guest has not given it up again. It stays in the running guest until the guest answers or is reset. \
      Detach it then, by its alias; the next 'vif apply' takes it into account.
      """
    ),
    CodeExplanation(
      .updateNameless,
      """
      The interface that is to be changed can be told from others by nothing. The document has neither \
      a ua- alias nor a MAC address. Give it one of them, as 'vif list' shows it.
      """
    ),
    CodeExplanation(
      .updateNotLive,
      """
      libvirt cannot make that change while the guest runs. It can change the link, bandwidth, VLAN \
      tags, filter, bridge, isolation, coalescing and, from 10.0 on, the trust in receive filters. \
      Have the NIC replaced with --replace, which the guest notices, or change the stored \
      configuration with --config and restart the guest.
      """
    ),
    CodeExplanation(
      .updateNoEffect,
      """
      libvirt reported an update as done, and a look at the domain right after it shows the device as \
      it was. Some versions take a change that they do not know for the type of interface, and drop it \
      without a word. The fields are told: first what the device has, then what was asked. Leave them \
      out, or detach the device and attach it anew.
      """
    ),
    CodeExplanation(
      .planTwins,
      """
      Two of the devices that a domain is to have would be one, or need one name. They have the same \
      alias, which comes from the VIF's id, the same MAC address, or the same device, function or \
      vhost-user socket on the host. \
      libvirt could not tell them apart, or not make the second. Leave one of them out, or give it an \
      id and an address of its own.
      """
    ),
    CodeExplanation(
      .planNameless,
      """
      An interface that a domain is to have can be told from others by nothing. It has neither a ua- \
      alias nor a MAC address; libvirt would make an address up, and the next run would find no such \
      interface and plug in another. Give it one of the two.
      """
    ),
    CodeExplanation(
      .planForeign,
      """
      What is asked for would change a device of others. The document has no alias, and the MAC address \
      or the host's function of a device whose alias does not begin with ua-vif-; a plan changes such a \
      device only when told to. Say --foreign, leave the document out, or change that one device with \
      'vif update'.
      """
    ),
  ]
}
