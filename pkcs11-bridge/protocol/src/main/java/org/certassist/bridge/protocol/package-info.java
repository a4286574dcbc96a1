/// The words spoken between the client and a key host, and their bytes.
///
/// A [Request] goes to the host, one [Response] with the same request id comes back; both travel in
/// a [Frame]. The bytes are written down in `docs/bridge-protocol.md`, simple enough to be written
/// again in C. Nothing here knows a driver or a window; the words stay neutral (token, certificate,
/// PIN state), since a host for drivers other than PKCS#11 shall speak them too.
@NullMarked
package org.certassist.bridge.protocol;

import org.jspecify.annotations.NullMarked;
