/// The key host: a program of its own, the only one that loads a driver.
///
/// The client starts one host per driver module and speaks `docs/bridge-protocol.md` over its
/// standard input and output. [HostMain] moves the frames off file descriptor 1, reads requests and
/// lets [Dispatcher] answer them one after the other through a [KeyEngine]. Whatever a driver does
/// (print, hang, crash), only this process suffers; it ends when its standard input does.
@NullMarked
package org.certassist.bridge.host;

import org.jspecify.annotations.NullMarked;
