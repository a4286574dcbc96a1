/// The client of a portal's REST interface (docs/portal-api.yaml), over OkHttp.
///
/// Start at [HttpPortal]. [Transport] sends one request and takes one bounded answer, without retry
/// or redirect; [Answers] reads what came; [ServerTrust] says whom we talk to. The portal is a
/// stranger: whatever is not exactly what the contract promises is "no usable answer", never a yes
/// or a no.
@NullMarked
package org.certassist.portal;

import org.jspecify.annotations.NullMarked;
