/// The whole program as real processes: the command line, the host, SoftHSM2, the practice portal
/// over TLS, OpenSSL.
@NullMarked
package org.certassist.cli.e2e;

import org.jspecify.annotations.NullMarked;
