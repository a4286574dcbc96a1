/// The simulated driver under an independent client: Debian's `pkcs11-tool`, and OpenSSL to verify.
@NullMarked
package org.certassist.bridge.simulator;

import org.jspecify.annotations.NullMarked;
