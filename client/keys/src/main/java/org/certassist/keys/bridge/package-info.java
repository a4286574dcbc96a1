/// The client's side of the key bridge: host processes, one per driver, and the keys behind them.
///
/// [BridgeKeys] is the port that the use cases see. A [DriverHost] keeps one driver's host process
/// running, a [HostConnection] is one life of it: when a driver crashes or outlives its deadline,
/// that life ends, one call fails with a typed fault, and the next call starts another.
/// [TokenWorkshop] makes practice tokens. The bytes in between are `docs/bridge-protocol.md`.
@NullMarked
package org.certassist.keys.bridge;

import org.jspecify.annotations.NullMarked;
