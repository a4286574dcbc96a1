/// PKCS#11 drivers: our own binding of their function list, and the JDK's provider on top of it.
///
/// [CkModule] calls the functions, [CkSession] is one session, [TokenSession] is the only owner of
/// a token's login state, [CryptokiEngine] puts them together. One thread calls the driver;
/// [FirstUse] has one of its own and calls nothing.
///
/// Between a PIN and its signature stand loops instead of streams, and no lambdas: Java links each
/// at its first use, which a clerk waits for (docs/benchmarks.md).
@NullMarked
package org.certassist.bridge.host.cryptoki;

import org.jspecify.annotations.NullMarked;
