/// A PIV smart card in Java and the reader that it is plugged into, for tests of real drivers.
///
/// [PivCard] answers commands as NIST SP 800-73-4 Part 2 has it, as far as OpenSC's driver asks;
/// [VirtualReader] plugs it into the vpcd reader of a [PcscDaemon], over TCP, and pulls it out
/// again at any moment. What is read from the card, tried at its PIN or signed by it can be counted
/// here, at the far end, where no driver can lie. A test part: it never ships, and its keys are in
/// clear.
@NullMarked
package org.certassist.keys.contract.card;

import org.jspecify.annotations.NullMarked;
