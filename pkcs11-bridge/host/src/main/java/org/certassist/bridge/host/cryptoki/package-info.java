/// PKCS#11 drivers: our own binding of their function list, and the JDK's provider on top of it.
///
/// [CkModule] calls the functions, [CkSession] is one session, [TokenSession] is the only owner of
/// a token's login state, [CryptokiEngine] puts them together. Everything runs on one thread.
@NullMarked
package org.certassist.bridge.host.cryptoki;

import org.jspecify.annotations.NullMarked;
